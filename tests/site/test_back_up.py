"""A site that was backed up while it ran is whole again where the archive is unpacked."""

from __future__ import annotations

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

from tests.site.machine import manage


def people(var: Path) -> list[str]:
    names = (
        "from django.contrib.auth.models import User; print(*User.objects.values_list('username'))"
    )
    answer = manage(var, "shell", "-v0", "-c", names)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.split()


def test_what_was_backed_up_while_it_ran_comes_back(tmp_path: Path) -> None:
    var, folder, again = tmp_path / "var", tmp_path / "backups", tmp_path / "again"
    assert manage(var, "migrate", "-v0").returncode == 0
    person = ("--username", "wenyu", "--email", "wenyu@paper.example")
    assert manage(var, "createsuperuser", "--no-input", *person).returncode == 0
    picture = var / "private" / "photos" / "gate.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"gate")
    (var / "language.xz").touch()

    # Somebody is just writing; the journal is not in the database's own file yet.
    with closing(sqlite3.connect(var / "db.sqlite3")) as writer:
        writer.execute("begin immediate")
        writer.execute("update auth_user set username = 'nobody'")
        made = manage(var, "back_up", str(folder))
        writer.rollback()
    assert made.returncode == 0, made.stderr
    (archive,) = folder.iterdir()
    assert archive.name in made.stdout
    assert archive.stat().st_mode & 0o077 == 0

    again.mkdir()
    with tarfile.open(archive) as packed:
        packed.extractall(again, filter="data")
    assert (again / "private" / "photos" / "gate.jpg").read_bytes() == b"gate"
    assert (again / "language.xz").exists()
    assert people(again) == ["('wenyu',)"]


def test_only_the_newest_are_kept_and_a_full_disk_is_told(tmp_path: Path) -> None:
    var, folder = tmp_path / "var", tmp_path / "backups"
    folder.mkdir()
    old = [folder / f"pingyao-cms-2026-11-0{day}-020000.tar.gz" for day in (1, 2, 3)]
    for archive in old:
        archive.touch()
    assert manage(var, "back_up", str(folder), "--keep", "2").returncode == 0
    assert len(list(folder.iterdir())) == 2
    assert [archive.exists() for archive in old] == [False, False, True]

    (tmp_path / "file").touch()
    refused = manage(var, "back_up", str(tmp_path / "file"))
    assert refused.returncode != 0
    assert "was not written" in refused.stderr
