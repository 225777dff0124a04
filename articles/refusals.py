"""Why a step with an article cannot be taken; the message is for the user, in their language."""

from __future__ import annotations


class WorkflowError(Exception):
    """The step cannot be taken now; the message says why, in the user's language."""


class PictureLostError(WorkflowError):
    """The original of a picture is not in the store any more."""
