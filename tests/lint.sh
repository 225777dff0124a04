#!/bin/sh
# All checks that need no running site. Every one is run; any failure fails.
set -u
cd "$(dirname "$0")/.."
export DEBUG=1
bin=.venv/bin
failed=0

check() { # check NAME COMMAND: one check, its name first
    name=$1; shift
    echo "-- $name"
    "$@" || { echo "   failed: $name"; failed=1; }
}

production() {
    DEBUG=0
    SECRET_KEY=$($bin/python -c 'import secrets; print(secrets.token_urlsafe(50))')
    HTTPS=1 ALLOWED_HOSTS=paper.example SITE_URL=https://paper.example SITE_TODAY=
    export DEBUG SECRET_KEY HTTPS ALLOWED_HOSTS SITE_URL SITE_TODAY
    $bin/python manage.py collectstatic --no-input -v0 &&
        $bin/python manage.py check --deploy --fail-level WARNING
}

check "ruff" $bin/ruff check -q .
check "ruff format" $bin/ruff format -q --check .
check "mypy" $bin/mypy --no-error-summary .
check "templates" $bin/djlint --quiet --lint templates
check "migrations" $bin/python manage.py makemigrations --check --dry-run -v0
check "messages" sh locale/messages.sh check
check "import arrows" $bin/lint-imports --no-cache
check "production settings" eval "(production)"
exit $failed
