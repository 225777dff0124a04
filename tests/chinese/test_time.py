"""No text, however hostile, holds a reader up: its time grows with the length and no faster."""

import pytest

from benchmarks.bench_hostile import HOSTILE, READERS
from tests.growth import MOST, growth_with_length

LENGTH = 40_000


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_of_no_text_grows_faster_than_the_text(name: str, reader: str) -> None:
    assert growth_with_length(READERS[reader], HOSTILE[name], LENGTH) < MOST
