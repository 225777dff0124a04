"""Links as people type them: completed where the address is clear, told where it is none."""

from __future__ import annotations

import re
from html import escape, unescape

# As the sanitizer writes a link: attributes in double quotes, no link inside another.
_LINK = re.compile(r'<a((?:\s+[\w:-]+="[^"]*")*)\s*>(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")

_HOST = r"(?:(?:[\w-]+\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)|\d{1,3}(?:\.\d{1,3}){3})"
_BARE = re.compile(rf"{_HOST}(?::\d+)?(?:[/?#]\S*)?")
# The name of a file beside the page that a text was copied from looks like a host, and is none.
_FILE = re.compile(
    r"[^/]*\.(?:s?html?|jsp|php|aspx?|docx?|xlsx?|pptx?|pdf|txt|zip|rar|jpe?g|png|gif|mp[34])", re.I
)
_MAIL = re.compile(r"[^\s@/:]+@(?:[\w-]+\.)+\w+")
_WHOLE = re.compile(rf"(?i:https?://[^\s/?#]+|mailto:{_MAIL.pattern}|//{_HOST}|/(?!/))")
# The sanitizer would take the host before a port for a scheme.
_PORT = re.compile(rf"""(<a\b[^<>]*?\bhref=["']?)\s*(?={_HOST}:\d)""")


def address_of(typed: str) -> str | None:
    """The whole address that was meant, None where it is none that a reader could open.

    A host without a scheme gets `http://`: sites that know the safer one lead on to it by
    themselves, and those of many offices know no other.

    >>> address_of("www.qinghe.gov.cn/tz")
    'http://www.qinghe.gov.cn/tz'
    >>> address_of("bianji@qinghe.cn")
    'mailto:bianji@qinghe.cn'
    >>> address_of("见附件") is None
    True
    """
    text = typed.strip()
    if _WHOLE.match(text):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    return f"http://{text}" if _BARE.fullmatch(text) and not _FILE.fullmatch(text) else None


def with_schemes(html: str) -> str:
    """Before cleaning: a host that is followed by its port gets its scheme."""
    return _PORT.sub(r"\1http://", html)


def with_whole_links(html: str) -> str:
    """Clean HTML whose links lead somewhere; the words of one that leads nowhere stay as text."""
    return _LINK.sub(_whole, html) if "<a" in html else html


def dead_links(html: str) -> list[str]:
    """The words of the links of clean HTML that lead nowhere.

    A leap inside the page (`#…`, footnotes of a word processor) was never typed by anybody.
    """
    found = [(_href(one[1]), _TAG.sub("", one[2])) for one in _LINK.finditer(html)]
    return [
        unescape(words)
        for href, words in found
        if words.strip() and not href.startswith("#") and address_of(href) is None
    ]


def _whole(link: re.Match[str]) -> str:
    typed = _href(link[1])
    address = address_of(typed)
    if address is None:
        return link[2]
    return link[0] if address == typed else _HREF.sub(f'href="{escape(address)}"', link[0], count=1)


def _href(attributes: str) -> str:
    found = _HREF.search(attributes)
    return unescape(found[1]) if found else ""
