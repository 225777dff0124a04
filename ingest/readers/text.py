"""Bytes of a text file to text: the encoding is found by trying, never by the file's name.

Order of trying: byte order marks, UTF-16 without a mark, UTF-8, GB18030 (which contains GBK
and GB2312). GB18030 accepts nearly any bytes, so its text must also look like Chinese.
"""

from __future__ import annotations

import codecs

from ingest.readers.errors import ReadingError, Where

DEFAULT_LIMIT = 5 * 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8",
    b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\x7fELF", b"II*\x00", b"MM\x00*",
)  # fmt: skip
# So many common characters are no chance: of all pairs of bytes one in sixteen is one.
_ENOUGH = 8
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\x0b\x0c\x1a\x1c\x1d\x1e\x1f")


def read_text(data: bytes, *, limit: int = DEFAULT_LIMIT) -> tuple[str, str]:
    """Text of a file and the name of its encoding. Raises `ReadingError`."""
    if not data:
        raise ReadingError("empty")
    if len(data) > limit:
        raise ReadingError("too_large", Where(limit=limit))
    if data.startswith(_SIGNATURES):
        raise ReadingError("binary", Where(offset=0, line=1))
    text, encoding = _decode(data)
    _refuse_control_characters(text, encoding)
    if not text.strip():
        raise ReadingError("blank")
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding.removesuffix("-sig"), len(mark)), encoding
    if (wide := _utf16_without_mark(data)) is not None:
        return wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """GB18030 where the text then looks Chinese; else the error of the likelier encoding."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as other:
        broken_utf8 = _looks_chinese(data.decode("utf-8", "ignore"))
        broken_gb18030 = _looks_chinese(data.decode("gb18030", "ignore"))
        raise _at(data, error if broken_utf8 > broken_gb18030 else other) from other
    if _looks_chinese(text) < 0.6 or _looks_chinese(data.decode("utf-8", "ignore")) > 0.9:
        raise _at(data, error) from error
    return text, "gb18030"


def _strictly(data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _at(data, error, encoding=encoding, skipped=skipped) from error


def _at(
    data: bytes, error: UnicodeDecodeError, *, encoding: str = "", skipped: int = 0
) -> ReadingError:
    before = data[: error.start].decode(encoding or "latin-1", "ignore")
    line = before.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    return ReadingError("encoding", Where(offset=error.start + skipped, line=line))


def _utf16_without_mark(data: bytes) -> tuple[str, str] | None:
    """UTF-16 whose mark was lost: zero bytes give it away, Chinese text confirms it."""
    if b"\x00" not in data or len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        enough = sum(map(_is_common, text)) >= _ENOUGH
        if enough and _looks_chinese(text) > 0.6 and "\x00" not in text:
            return text, encoding
    return None


def _looks_chinese(text: str) -> float:
    """Share of common hanzi (GB 2312 level 1) and punctuation among what is not ASCII."""
    foreign = [character for character in text[:200_000] if character > "\x7f"]
    if not foreign:
        return 0.0
    return sum(map(_is_common, foreign)) / len(foreign)


def _is_common(character: str) -> bool:
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return character in "—·•‘’“”…"
    return 0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3


def _refuse_control_characters(text: str, encoding: str) -> None:
    """Text holds no control characters but line ends and tabs: a file with them is no text."""
    for at, character in enumerate(text):
        if character in _CONTROLS:
            offset = len(text[:at].encode("utf-8" if "sig" in encoding else encoding))
            raise ReadingError("binary", Where(offset=offset, line=text.count("\n", 0, at) + 1))
