from __future__ import annotations

import re
from typing import Any

from taggit.managers import _TaggableManager

SEPARATORS = re.compile(r"[,，、;；]+")


def tags_from_string(text: str) -> list[str]:
    """Tags as editors type them: parted by Chinese or Latin commas, 、 or ；."""
    names = (" ".join(name.split()) for name in SEPARATORS.split(text))
    return list(dict.fromkeys(name for name in names if name))


class ArticleTags(_TaggableManager):
    """Tags that can stand in a fixture: `loaddata` hands over keys, taggit alone takes names."""

    def set(self, tags: Any, **kwargs: Any) -> None:
        keys = [tag for tag in tags if isinstance(tag, int)]
        known = self.through.tag_model().objects.in_bulk(keys)
        super().set([known.get(tag, tag) for tag in tags], **kwargs)
