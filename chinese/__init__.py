"""Facts in Chinese text: money, quantities, dates, each read exactly or not at all.

Its matrices are small: one thread of the linear algebra, unless the environment says otherwise.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
