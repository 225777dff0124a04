#!/bin/sh
# The speed of the public pages on 10,000 articles and 2,000 projects, in a folder of its own.
set -eu
cd "$(dirname "$0")/.."
export VAR_DIR="$PWD/build/bench" SITE_TODAY=2026-11-24 DEBUG=0
export DATABASE_URL="${DATABASE_URL:-sqlite:///$VAR_DIR/db.sqlite3}"
SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
export SECRET_KEY DJANGO_SETTINGS_MODULE=benchmarks.settings PYTHONPATH="$PWD" LOG_LEVEL=WARNING
python=.venv/bin/python
mkdir -p "$VAR_DIR"
$python manage.py migrate --no-input -v0
$python manage.py collectstatic --no-input -v0
$python manage.py load_demo
exec $python benchmarks/bench_site.py
