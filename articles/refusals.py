"""Why a step with an article cannot be taken; the message is for the user, in their language."""

from __future__ import annotations


class WorkflowError(Exception):
    """The step cannot be taken now; the message says why, in the user's language."""


class PictureError(WorkflowError):
    """A picture of the article cannot be made public."""


class PictureUnkeptError(PictureError):
    """The public copies of a picture could not be written."""


class PictureLostError(PictureError):
    """The original of a picture is not in the store any more."""


class PictureDamagedError(PictureError):
    """The original of a picture is there, and cannot be read to its end."""
