#!/bin/sh
# Makes .venv and installs a lock file into it. Does nothing where that is done already.
set -eu
lock=$1
cd "$(dirname "$0")/.."

as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

find_python() {
    for name in python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "Python 3.11 or newer is needed and was not found." >&2
    exit 1
}

make_venv() {
    python=$(find_python)
    "$python" -m venv .venv 2>/dev/null && return
    # Debian keeps venv in a package of its own.
    as_root || { echo "Install your system's python3-venv package, then try again." >&2; exit 1; }
    apt-get update -qq
    apt-get install -y -qq python3-venv >/dev/null
    "$python" -m venv --clear .venv
}

[ -x .venv/bin/python ] || make_venv

stamp=".venv/.installed-$(basename "$lock")"
sum=$(cksum < "$lock")
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$sum" ]; then
    echo "Installing the packages of $lock …"
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r "$lock"
    printf '%s' "$sum" > "$stamp"
fi
