"""What the newsroom has and sets, as the pipeline's arguments: names printed, tables, bounds."""

from __future__ import annotations

import logging
from functools import lru_cache
from lzma import LZMAError
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from ingest.bounds import Bounds
from ingest.ordering.language import Language, load, unpack
from ingest.proposal import Known

logger = logging.getLogger(__name__)


def known_names() -> Known:
    """Departments, projects and sections of the database; nothing where there is none yet."""
    from articles.models import Section
    from departments.models import Department
    from projects.models import Project

    try:
        departments = Department.objects.printed_names()
        projects = Project.objects.printed_names()
        sections = tuple(Section.objects.values_list("name", flat=True))
    except DatabaseError:
        return Known()
    return Known(departments=departments, projects=projects, sections=sections)


def bounds_of_uploads() -> Bounds:
    """How much text one upload may hold, by the settings."""
    return Bounds(characters=settings.UPLOAD_MAX_CHARACTERS, pieces=settings.UPLOAD_MAX_PIECES)


def learned_path() -> Path:
    """Where the newsroom's own language table is kept: beside the database, in no repository."""
    return Path(settings.VAR_DIR) / "language.xz"


def language_table() -> Language:
    """The table that ships, with what `learn_language` added from the newsroom's articles."""
    path = learned_path()
    if not path.exists():
        return load()
    return _with_learned(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _with_learned(path: Path, changed: int) -> Language:
    del changed
    try:
        return load() + unpack(path.read_bytes())
    except (ValueError, KeyError, LZMAError):
        logger.warning("%s is of an older form; run manage.py learn_language again", path)
        return load()
