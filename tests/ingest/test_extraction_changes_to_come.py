"""What is to change from how it stands, and what is made of the thing that was named before."""

import pytest

from tests.ingest.works_told import promised


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("农村供水普及率要从目前的86%提高到95%。", {"农村供水普及率": None}),
        ("到2026年，秸秆利用率将由现在的83%提升至92%。", {"秸秆利用率": "2026-12-31"}),
        ("全县林木绿化率将由原来的31.5%提高到34%。", {"林木绿化率": None}),
        ("老旧楼院加装扶手，10月底前要加装360处。", {"加装扶手": "2024-10-31"}),
        ("土坯房拆除，9月底前拆除27座。", {"土坯房拆除": "2024-09-30"}),
    ],
)
def test_the_indicator_is_the_thing_itself(text: str, found: dict[str, str | None]) -> None:
    assert promised(text) == found


def test_what_has_changed_is_no_target() -> None:
    assert promised("农村供水普及率从去年的86%提高到95%，创历史新高。") == {}
