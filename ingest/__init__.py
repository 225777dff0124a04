"""The import of printed pages.

Its matrices are small: threads of the linear algebra would mostly wait for one another, which costs
as much processor time again. So there is one, unless the environment says otherwise; it is read
when NumPy is first imported.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
