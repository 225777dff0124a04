#!/bin/sh
# messages.sh update: collect new strings and compile. messages.sh check: is all of that done?
set -eu
cd "$(dirname "$0")/.."
po=locale/zh_Hans/LC_MESSAGES/django.po
mo=locale/zh_Hans/LC_MESSAGES/django.mo
export DEBUG=1

collect() {
    .venv/bin/python manage.py makemessages -l zh_Hans --no-location --no-obsolete --no-wrap \
        -i .venv -i build -i benchmarks -i tests -i var -i staticfiles -v0
}
body() { grep -v -E '^"(POT-Creation-Date|PO-Revision-Date|X-Generator)' "$1"; }

case ${1:-check} in
update)
    collect
    # A guess by likeness is worse than an open string: guesses are emptied.
    work=$(mktemp -d)
    trap 'rm -r "$work"' EXIT
    msgattrib --no-fuzzy --translated "$po" -o "$work/kept.po"
    msgattrib --clear-fuzzy --empty "$po" -o "$work/blank.po"
    msgmerge -q --no-fuzzy-matching --no-wrap -C "$work/kept.po" "$work/blank.po" "$work/blank.po" -o "$po"
    msgfmt -o "$mo" "$po"
    msgattrib --untranslated --no-wrap "$po"
    ;;
check)
    command -v msgfmt >/dev/null 2>&1 || { echo "gettext is needed: apt-get install gettext"; exit 1; }
    kept=$(mktemp -d)
    trap 'cp "$kept/django.po" "$po"; rm -r "$kept"' EXIT
    cp "$po" "$kept/django.po"
    collect
    body "$po" > "$kept/now"
    body "$kept/django.po" > "$kept/before"
    diff "$kept/before" "$kept/now" || { echo "The catalogue is not current: run make messages."; exit 1; }
    open=$(msgattrib --untranslated --no-obsolete "$kept/django.po"; msgattrib --only-fuzzy --no-obsolete "$kept/django.po")
    [ -z "$open" ] || { echo "$open"; echo "These strings have no Chinese."; exit 1; }
    msgfmt -o "$kept/django.mo" "$kept/django.po"
    msgunfmt "$kept/django.mo" > "$kept/a"; msgunfmt "$mo" > "$kept/b"
    cmp -s "$kept/a" "$kept/b" || { echo "The compiled catalogue is old: run make messages."; exit 1; }
    ;;
esac
