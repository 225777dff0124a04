"""The page of a committed upload: the way to all that came in, in a fixed number of questions."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.committing import commit_upload
from projects.models import Investment
from tests.ingest.uploads import person_of, receive, signed_in

pytestmark = pytest.mark.django_db
QUERIES = 29


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_as_often_for_three_projects_as_for_one(
    count: int, django_assert_num_queries: Any
) -> None:
    editor = person_of("编辑")
    names = ("河东", "城西", "北关")[:count]
    blocks = [
        f"{name}冷链园动工\n\n本报讯 {name}冷链园项目总投资{n}亿元，年底前投用。\n"
        for n, name in enumerate(names, 1)
    ]
    upload = commit_upload(upload=receive(editor, "\n".join(blocks)), by=editor)
    assert Investment.objects.count() == count
    client = signed_in(editor)
    client.get(upload.get_desk_url())
    with django_assert_num_queries(QUERIES):
        client.get(upload.get_desk_url())
