"""Public pictures: small copies under random names, made on publication, gone on withdrawal.

The original stays in private storage. `Photo.renditions` remembers what is public:
`{"lead": {"name", "width", "height", "made_from"}, …}`; sizes in pixels, names in the default
storage. `made_from` tells whether the original or its focus has changed since.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from imagekit.processors import MakeOpaque, ResizeToFill, ResizeToFit, Transpose
from imagekit.utils import open_image
from PIL import Image

from articles.models import Article, Photo
from articles.refusals import PictureLostError

FORMATS = {"JPEG", "PNG", "WEBP"}
MAX_PIXELS = 60_000_000
MAX_BYTES = 20 * 1024 * 1024
QUALITY = 80
PREVIEW_SECONDS = 86_400


@dataclass(frozen=True)
class Spec:
    """A rendition's size in pixels; without a height the picture keeps its shape."""

    width: int
    height: int | None = None


SPECS: dict[str, Spec] = {
    "lead": Spec(1344, 848),
    "card": Spec(912, 540),
    "row": Spec(336, 224),
    "body": Spec(1296),
}

# What staff see of a picture besides: small and uncut, to set the focus in.
PREVIEWS: dict[str, Spec] = {**SPECS, "whole": Spec(336)}


def publish_pictures(article: Article) -> None:
    """Make the renditions that are missing or out of date; running it again changes nothing.

    A caption that still waits for its picture has none, and stops no publication. Raises
    `PictureLostError` where the file of an original is gone.
    """
    for photo in article.photos.all():
        if not _is_current(photo):
            _forget(photo.renditions)
            try:
                photo.renditions = dict(_renditions(photo))
            except FileNotFoundError:
                said = gettext(
                    "The file of a picture of this article is lost. Choose it again, then publish."
                )
                raise PictureLostError(said) from None
            photo.save(update_fields=["renditions"])


def withdraw_pictures(article: Article) -> None:
    """Delete the public files (after commit); the private originals stay."""
    for photo in article.photos.exclude(renditions={}):
        _forget(photo.renditions)
        photo.renditions = {}
        photo.save(update_fields=["renditions"])


def forget_photo(photo: Photo) -> None:
    """A photo was deleted: its public copies go, and its original with them."""
    _forget(photo.renditions)
    if photo.image.name:
        transaction.on_commit(partial(photo.image.storage.delete, photo.image.name))


def preview_picture(photo: Photo, spec: str) -> bytes:
    """One rendition as WebP for staff, kept in the cache for a day and never public."""
    key = sha256(f"{spec} {_made_from(photo)}".encode()).hexdigest()
    made: bytes | None = cache.get_or_set(
        f"preview:{key}",
        lambda: _webp(_fit(_original(photo), PREVIEWS[spec], _focus(photo))),
        PREVIEW_SECONDS,
    )
    return made or b""


def check_picture(file: File[Any]) -> None:
    """Refuse what is no picture of ours, or one that would unpack to a bomb (ValidationError)."""
    if file.size and file.size > MAX_BYTES:
        raise ValidationError(_("The picture is larger than 20 MB."), code="too_large")
    file.seek(0)
    try:
        with Image.open(file) as image:
            width, height, kind = *image.size, image.format
    except Image.DecompressionBombError:
        raise ValidationError(_("The picture has too many pixels."), code="bomb") from None
    except (OSError, SyntaxError, ValueError):
        raise ValidationError(_("This file is not a picture."), code="no_picture") from None
    finally:
        file.seek(0)
    if kind not in FORMATS:
        raise ValidationError(_("Only JPEG, PNG and WebP pictures are taken."), code="format")
    if width * height > MAX_PIXELS:
        raise ValidationError(_("The picture has too many pixels."), code="bomb")


def _renditions(photo: Photo) -> Iterator[tuple[str, dict[str, Any]]]:
    if not photo.image:
        return
    original = _original(photo)
    for name, spec in SPECS.items():
        picture = _fit(original, spec, _focus(photo))
        stored = default_storage.save(
            f"photos/{secrets.token_hex(16)}.webp", ContentFile(_webp(picture))
        )
        made = {"name": stored, "width": picture.width, "height": picture.height}
        yield name, {**made, "made_from": _made_from(photo)}


def _original(photo: Photo) -> Image.Image:
    """Upright, and white where it was transparent."""
    with photo.image.open("rb") as file:
        upright = Transpose().process(open_image(file)).convert("RGBA")
    return MakeOpaque(background_color=(255, 255, 255)).process(upright)


def _focus(photo: Photo) -> tuple[float, float]:
    return photo.focus_x, photo.focus_y


def _fit(original: Image.Image, spec: Spec, focus: tuple[float, float]) -> Image.Image:
    """Cut to the shape of `spec` around the focus; a small original is never blown up."""
    if spec.height is None:
        return ResizeToFit(width=spec.width, upscale=False).process(original)
    scale = min(1, original.width / spec.width, original.height / spec.height)
    size = max(1, round(spec.width * scale)), max(1, round(spec.height * scale))
    return ResizeToFill(*size, anchor=focus).process(original)


def _webp(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "WEBP", quality=QUALITY, method=4)
    return buffer.getvalue()


def _made_from(photo: Photo) -> str:
    return f"{photo.image.name} {photo.focus_x:g},{photo.focus_y:g}"


def _is_current(photo: Photo) -> bool:
    wanted = set(SPECS) if photo.image else set()
    return set(photo.renditions) == wanted and all(
        made["made_from"] == _made_from(photo) and default_storage.exists(made["name"])
        for made in photo.renditions.values()
    )


def _forget(renditions: dict[str, Any]) -> None:
    for made in renditions.values():
        transaction.on_commit(partial(default_storage.delete, made["name"]))
