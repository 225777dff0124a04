"""A form of the ledger as a browser sends it: every field that the page shows, hidden ones too."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client

Sent = dict[str, Any]


class Form(HTMLParser):
    """What a page's fields would send, untouched. Rows of `__prefix__` are none."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: Sent = {}
        self._name = ""
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name") or ""
        if "__prefix__" in name or name in ("action", "csrfmiddlewaretoken"):
            return
        if tag == "input" and name and found.get("type") not in ("submit", "checkbox", "radio"):
            self._add(name, found.get("value") or "")
        elif tag == "input" and name and "checked" in found:
            self._add(name, found.get("value") or "on")
        elif tag == "textarea":
            self._name, self.sent[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in found:
            self._add(self._select, found.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self._name = "" if tag == "textarea" else self._name
        self._select = "" if tag == "select" else self._select

    def handle_data(self, data: str) -> None:
        if self._name:
            self.sent[self._name] += data.removeprefix("\n") if not self.sent[self._name] else data

    def _add(self, name: str, value: str) -> None:
        if name not in self.sent:
            self.sent[name] = value
        elif isinstance(self.sent[name], list):
            self.sent[name].append(value)
        else:
            self.sent[name] = [self.sent[name], value]


def opened(client: Client, url: str) -> Sent:
    """The form as it is shown."""
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return Form(answer.content.decode()).sent


def saved(client: Client, url: str, sent: Sent) -> str:
    """Empty where it was saved, else the page that came back."""
    answer = client.post(url, {key: value for key, value in sent.items() if value is not None})
    return "" if answer.status_code == 302 else answer.content.decode()
