#!/bin/sh
# Everything that can be tested here, and one line about what cannot.
set -u
cd "$(dirname "$0")/.."
mkdir -p build
rm -f build/junit-*.xml
export DEBUG=1 VAR_DIR="$PWD/build/test-var"
python=.venv/bin/python
failed=0
untested=""

as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }
miss() { untested="$untested; $1"; [ -z "${CI:-}" ] || { echo "In CI this is a failure: $1"; failed=1; }; }

need=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || need="$need chromium"
fc-list :lang=zh-cn 2>/dev/null | grep -qi 'noto.*cjk' || need="$need fonts-noto-cjk"
command -v msgfmt >/dev/null 2>&1 || need="$need gettext"
command -v redis-server >/dev/null 2>&1 || need="$need redis-server"
if [ -n "$need" ] && as_root; then
    echo "Installing from the system's packages:$need"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $need >/dev/null || true
fi

suite() { # suite NAME ARGS: one pytest run
    name=$1; shift
    echo; echo "== $name"
    $python -m pytest -q --junitxml="build/junit-$name.xml" "$@" || failed=1
}

# The whole suite on SQLite, always.
DATABASE_URL="sqlite:///$PWD/build/test.sqlite3" suite sqlite -n 2 -m "not browser"

# All that asks a database once more on PostgreSQL, where one answers.
postgres=$($python tests/find_postgres.py)
if [ -n "$postgres" ]; then
    DATABASE_URL="$postgres" suite postgresql -n 2 -m "not browser" --only-database
else
    miss "PostgreSQL did not answer (DATABASE_URL, or a local server on port 5432)"
fi

# The browser, over the site as production serves it.
if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; then
    DATABASE_URL="sqlite:///$PWD/build/test.sqlite3" DJANGO_ALLOW_ASYNC_UNSAFE=1 suite browser -n 2 -m browser
else
    miss "Chromium is not installed, so no page was opened in a browser"
fi

command -v redis-server >/dev/null 2>&1 || miss "Redis is not installed, so the cache was not tested with it"

seed=${SEED_DIR:-../shared/seed}
[ -f "$seed/reading.json" ] || untested="$untested; the real newspaper page is not beside the checkout"

echo
$python tests/summary.py build/junit-*.xml
if [ -n "$untested" ]; then echo "Not tested here: ${untested#; }."
else echo "Tested here: all on SQLite, what asks a database on PostgreSQL too, Redis, Chromium and the real newspaper page; nothing was left out."; fi
exit $failed
