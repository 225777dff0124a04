"""Tags as editors type them, and as the form gives them back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from taggit.managers import _TaggableManager

SEPARATORS = ",，、;；"
LONGEST = 100  # characters: what the column of taggit holds
# A name in Latin quotes holds what it likes; else it ends at the next separator.
_TYPED = re.compile(rf'\s*"+([^"]*)"+\s*(?=[{SEPARATORS}]|$)|([^{SEPARATORS}]+)')


def tags_from_string(text: str) -> list[str]:
    """Tags as editors type them: parted by Chinese or Latin commas, 、 or ；.

    Latin quotes around a name are marks of the form and no part of it. A name that is longer than
    the database keeps is a ValidationError.

    >>> tags_from_string('早市， "民生 交通"、早市')
    ['早市', '民生 交通']
    """
    found = (quoted or plain.strip().strip('"') for quoted, plain in _TYPED.findall(text))
    names = [" ".join(name.split()) for name in found]
    for name in names:
        if len(name) > LONGEST:
            said = gettext("The tag “{start}…” has {count} characters; {most} is the most.")
            raise ValidationError(said.format(start=name[:10], count=len(name), most=LONGEST))
    return list(dict.fromkeys(name for name in names if name))


def string_from_tags(tags: Iterable[Any]) -> str:
    """What `tags_from_string` reads the same tags from; quotes only where a name needs them."""
    names = sorted(tag.name for tag in tags)
    return "、".join(f'"{name}"' if set(name) & set(SEPARATORS) else name for name in names)


class ArticleTags(_TaggableManager):
    """Tags that can stand in a fixture: `loaddata` hands over keys, taggit alone takes names."""

    def set(self, tags: Any, **kwargs: Any) -> None:
        keys = [tag for tag in tags if isinstance(tag, int)]
        known = self.through.tag_model().objects.in_bulk(keys)
        super().set([known.get(tag, tag) for tag in tags], **kwargs)
