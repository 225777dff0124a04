"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pingyao_cms.settings")

application = get_wsgi_application()

# After Django is set up: the checks ask its settings.
from pingyao_cms.checks import tell_at_start  # noqa: E402

tell_at_start()
