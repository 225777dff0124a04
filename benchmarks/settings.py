"""The site's own settings, with the hand-written views beside the real ones."""

from pingyao_cms.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
