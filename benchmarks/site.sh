#!/bin/sh
# The speed of the public pages on 10,000 articles and 2,000 projects, in a folder of its own:
# on the database of DATABASE_URL, else on SQLite and then on PostgreSQL where one answers.
set -eu
cd "$(dirname "$0")/.."
export VAR_DIR="$PWD/build/bench" SITE_TODAY=2026-11-24 DEBUG=0
SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
export SECRET_KEY DJANGO_SETTINGS_MODULE=benchmarks.settings PYTHONPATH="$PWD" LOG_LEVEL=WARNING
python=.venv/bin/python

bench() { # bench URL: fill the database and measure on it
    export DATABASE_URL="$1"
    mkdir -p "$VAR_DIR"
    $python manage.py migrate --no-input -v0
    $python manage.py collectstatic --no-input -v0
    $python manage.py load_demo >/dev/null
    $python benchmarks/bench_site.py
}

if [ -n "${DATABASE_URL:-}" ]; then
    bench "$DATABASE_URL"
    exit
fi
postgres=$($python tests/find_postgres.py)
bench "sqlite:///$VAR_DIR/db.sqlite3"
echo
if [ -z "$postgres" ]; then
    echo "PostgreSQL did not answer: nothing was measured there."
    exit
fi
url="${postgres%/*}/pingyao_bench"
psql=$(command -v psql) || { echo "Without psql no database is made on PostgreSQL."; exit; }
"$psql" -qd "$postgres" -c "CREATE DATABASE pingyao_bench" 2>/dev/null || true
VAR_DIR="$VAR_DIR/postgresql" bench "$url"
