"""`manage.py check --deploy` tells what would go wrong on the machine of a newspaper."""

from __future__ import annotations

from typing import Any

import pytest

from pingyao_cms import checks


@pytest.fixture(autouse=True)
def production(settings: Any) -> None:
    """A site that is set up as it should be."""
    settings.SITE_TODAY = ""


def test_a_clock_that_the_demo_stopped_is_told(settings: Any) -> None:
    assert checks.clock_runs() == []
    settings.SITE_TODAY = "2026-11-24"
    (told,) = checks.clock_runs()
    assert "SITE_TODAY=2026-11-24" in told.msg
    assert "make demo" in told.hint
