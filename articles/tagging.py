from __future__ import annotations

import re

SEPARATORS = re.compile(r"[,，、;；]+")


def tags_from_string(text: str) -> list[str]:
    """Tags as editors type them: parted by Chinese or Latin commas, 、 or ；."""
    names = (" ".join(name.split()) for name in SEPARATORS.split(text))
    return list(dict.fromkeys(name for name in names if name))
