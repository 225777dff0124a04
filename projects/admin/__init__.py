"""The ledger in the newsroom: projects with what sentences said of them."""

from projects.admin.facts import EvidenceAdmin, InvestmentAdmin, TargetAdmin
from projects.admin.project import ProjectAdmin, SectorAdmin

__all__ = ["EvidenceAdmin", "InvestmentAdmin", "ProjectAdmin", "SectorAdmin", "TargetAdmin"]
