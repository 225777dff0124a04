"""gunicorn for the demo and as a start for production; flags on the command line win.

PORT or BIND, WEB_CONCURRENCY, ACCESS_LOG and FORWARDED_ALLOW_IPS come from the environment or
from `.env`, like the settings of the site.
"""

import os
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(root))

from pingyao_cms.environment import Variables  # noqa: E402

# A copy: what stands in `.env` is read anew when gunicorn is told to reload (HUP).
given = Variables(root / ".env", into=dict(os.environ))

chdir = str(root)
bind = given.text("BIND") or f"127.0.0.1:{given.number('PORT', 8000)}"
workers = given.number("WEB_CONCURRENCY", 2)
threads = 8
worker_class = "gthread"
timeout = 60
max_requests = 2000
max_requests_jitter = 200
# A request line or header longer than these is refused before Django sees it.
limit_request_line = 4094
limit_request_field_size = 8190
accesslog = "-" if given.flag("ACCESS_LOG") else None
# Whose X-Forwarded-Proto is believed: the proxy's, on this machine unless named.
forwarded_allow_ips = given.text("FORWARDED_ALLOW_IPS", "127.0.0.1,::1")
# The control socket would be opened in the home folder; nobody uses it here.
control_socket_disable = True
