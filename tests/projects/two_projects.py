"""Projects of which something was told, for merging one with another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from projects.models import Project
from tests.factories import (
    CapacityFactory,
    InvestmentFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)


def told(name: str, yuan: int = 4_000_000, **fields: Any) -> Project:
    """A project with one fact of each kind, each with a sentence of its own."""
    project: Project = ProjectFactory(name=name, **fields)
    InvestmentFactory(projects=[project], amount=Decimal(yuan), printed=f"{yuan // 10000}万元")
    TargetFactory(project=project)
    ProgressFactory(project=project)
    CapacityFactory(project=project)
    return project
