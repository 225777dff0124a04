"""Answers that are asked for again and again, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Remembered(dict[Question, Answer]):
    """The answers by their questions; all are forgotten where there are more than `most`."""

    def __init__(self, ask: Callable[[Question], Answer], most: int) -> None:
        super().__init__()
        self._ask, self._most = ask, most

    def __missing__(self, question: Question) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[question] = self._ask(question)
        return answer
