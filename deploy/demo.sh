#!/bin/sh
# The demo: settings, database, content and accounts the first time; then the site, always.
set -eu
cd "$(dirname "$0")/.."
port=${PORT:-8000}
python=.venv/bin/python

if [ ! -f .env ]; then
    umask 077
    cat > .env <<ENV
# Written by make demo. The table of variables stands in README.md.
SECRET_KEY=$($python -c 'import secrets; print(secrets.token_urlsafe(50))')
DEBUG=0
SITE_TODAY=2026-11-24
ENV
    umask 022
fi

export SITE_URL="${SITE_URL:-http://127.0.0.1:$port}"
$python manage.py migrate --no-input -v0
$python manage.py collectstatic --no-input -v0
$python manage.py load_demo --users

echo
echo "The site:     http://127.0.0.1:$port/"
echo "The newsroom: http://127.0.0.1:$port/admin/"
echo "Ctrl C stops it; make demo starts it again with everything as it was."
echo "A password is lost? DEBUG=1 $python manage.py changepassword editor"
exec .venv/bin/gunicorn pingyao_cms.wsgi --bind "127.0.0.1:$port" --workers 1 --threads 8 \
    --config deploy/gunicorn.conf.py
