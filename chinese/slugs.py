"""Addresses in pinyin: 城西街道 becomes `chengxi-jiedao`."""

from __future__ import annotations

import re
import unicodedata

import rjieba
from pypinyin import lazy_pinyin

MAX_LENGTH = 80


def slug(text: str, *, max_length: int = MAX_LENGTH) -> str:
    """A slug of small letters, digits and hyphens, cut at a word; empty where nothing is left."""
    words = ("".join(lazy_pinyin(word)) for word in rjieba.cut(unicodedata.normalize("NFKC", text)))
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(whole) <= max_length:
        return whole
    return whole[: max_length + 1].rpartition("-")[0] or whole[:max_length]
