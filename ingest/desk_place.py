"""Where on the review desk a person stands: the query of the page's address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

LOOSE = "loose"
DEPARTMENT = "d:"


@dataclass(frozen=True)
class Place:
    """Where on the desk a person stands; it is the query of the page's address."""

    article: str = ""
    edit: str = ""
    fact: str = ""
    add: str = ""
    doubt: str = ""
    quote: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Place:
        return cls(**{name: query.get(name, "")[:300] for name in cls.__dataclass_fields__})

    @property
    def here(self) -> str:
        """The address of this very place."""
        return "?" + urlencode({name: value for name, value in vars(self).items() if value})

    def at(self, **changes: str) -> str:
        """The address of another place, in the same article unless another is named."""
        given = {"article": self.article, **changes}
        return "?" + urlencode({name: value for name, value in given.items() if value})
