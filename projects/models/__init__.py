from projects.models.evidence import Evidence
from projects.models.facts import Capacity, Investment, Progress, Target
from projects.models.project import Mention, Project, ProjectAlias, Sector, Stage

__all__ = [
    "Capacity",
    "Evidence",
    "Investment",
    "Mention",
    "Progress",
    "Project",
    "ProjectAlias",
    "Sector",
    "Stage",
    "Target",
]
