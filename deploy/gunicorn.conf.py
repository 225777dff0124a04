"""gunicorn for the demo and as a start for production; flags on the command line win."""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 8
worker_class = "gthread"
timeout = 60
max_requests = 2000
max_requests_jitter = 200
# A request line or header longer than these is refused before Django sees it.
limit_request_line = 4094
limit_request_field_size = 8190
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
# The control socket would be opened in the home folder; nobody uses it here.
control_socket_disable = True
