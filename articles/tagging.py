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
# A name in Latin quotes holds what it likes; else it ends at the next separator. Nothing once read
# is given back (++, *+), so the time grows with the text and no faster.
_TYPED = re.compile(rf'\s*+"++([^"]*+)"++\s*+(?=[{SEPARATORS}]|\Z)|([^{SEPARATORS}]++)')


def tags_from_string(text: str) -> list[str]:
    """Tags as editors type them: parted by Chinese or Latin commas, 、 or ；.

    Latin quotes around a name are marks of the form and no part of it; those within a name are its
    own. A name that is longer than the database keeps is a ValidationError.

    >>> tags_from_string('早市， "民生 交通"、早市、话剧"谷雨"')
    ['早市', '民生 交通', '话剧"谷雨"']
    """
    names = [_without_marks(quoted or plain) for quoted, plain in _TYPED.findall(text)]
    for name in names:
        if len(name) > LONGEST:
            said = gettext("The tag “{start}…” has {count} characters; {most} is the most.")
            raise ValidationError(said.format(start=name[:10], count=len(name), most=LONGEST))
    return list(dict.fromkeys(name for name in names if name))


def string_from_tags(tags: Iterable[Any]) -> str:
    """What `tags_from_string` reads the same tags from; quotes only where a name needs them.

    A name that holds a separator cannot show quotes of its own and loses them.
    """
    return "、".join(_as_typed(name) for name in sorted(tag.name for tag in tags))


def _as_typed(name: str) -> str:
    if set(name) & set(SEPARATORS):
        return '"{}"'.format(name.replace('"', ""))
    return _without_marks(name)


def _without_marks(name: str) -> str:
    """A name without the quotes around it, or the last one where that has no partner.

    Quotes pair from the left. What comes out stays as it is when it is read again.
    """
    name = " ".join(name.split())
    if name.endswith('"') and name.count('"') % 2:
        name = name[:-1].rstrip()
    inner = name.strip('" ')
    return name if '"' in inner else inner


class ArticleTags(_TaggableManager):
    """Tags that can stand in a fixture: `loaddata` hands over keys, taggit alone takes names."""

    def set(self, tags: Any, **kwargs: Any) -> None:
        keys = [tag for tag in tags if isinstance(tag, int)]
        known = self.through.tag_model().objects.in_bulk(keys)
        super().set([known.get(tag, tag) for tag in tags], **kwargs)
