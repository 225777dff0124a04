"""Public pictures: small copies under random names, made on publication, gone on withdrawal.

The original stays in private storage. `Photo.renditions` remembers what is public:
`{"lead": {"name", "width", "height", "made_from"}, …}`; sizes in pixels, names in the default
storage. `made_from` tells whether the original or its focus has changed since.
"""

from __future__ import annotations

import logging
import secrets
import struct
import zlib
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from imagekit.processors import MakeOpaque, Resize, ResizeToFill, Transpose
from imagekit.utils import open_image
from PIL import Image

from articles.models import Article, Photo
from articles.refusals import (
    PictureDamagedError,
    PictureError,
    PictureLostError,
    PictureUnkeptError,
)
from articles.storing import not_stored, take_back

logger = logging.getLogger(__name__)

FORMATS = {"JPEG", "PNG", "WEBP"}
MAX_PIXELS = 60_000_000
MAX_BYTES = 20 * 1024 * 1024
TALLEST = 16_383  # pixels: WebP has no room for more
MOST_DRAWN_OUT = 100  # times as long as it is wide, or as wide as it is long
QUALITY = 80
PREVIEW_SECONDS = 86_400

# What Pillow raises over a file that ends too early or was damaged on its way.
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error)


@dataclass(frozen=True)
class Spec:
    """A rendition's size in pixels; without a height the picture keeps its shape, and only one
    that would be taller than `TALLEST` becomes narrower than `width`."""

    width: int
    height: int | None = None
    kind: str = "webp"


SPECS: dict[str, Spec] = {
    "lead": Spec(1344, 848),
    "card": Spec(912, 540),
    "row": Spec(336, 224),
    "body": Spec(1296),
    # For links that are sent on: not every program that shows them reads WebP.
    "shared": Spec(1200, 630, "jpeg"),
}

# What staff see of a picture besides: small and uncut, to set the focus in.
PREVIEWS: dict[str, Spec] = {**SPECS, "whole": Spec(336)}


def publish_pictures(article: Article) -> None:
    """Make the renditions that are missing or out of date; running it again changes nothing.

    A caption that still waits for its picture has none, and stops no publication. A picture that
    is public already stays as it is where its original was lost since. Else raises
    `PictureLostError` where the file of an original is gone, `PictureDamagedError` where it
    cannot be read, `PictureUnkeptError` where the copies cannot be written.
    """
    made: list[dict[str, Any]] = []
    try:
        for photo in article.photos.all():
            if not _is_current(photo) and (renewed := _renewed(photo)) is not None:
                made.append(renewed)
                _forget(photo.renditions)
                photo.renditions = made[-1]
                photo.save(update_fields=["renditions"])
    except PictureError:
        # What is not published has no public copy: those of the pictures before go too.
        for renditions in made:
            take_back(default_storage, _names(renditions))
        raise


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
    """One rendition for staff, kept in the cache for a day and never public."""
    key = sha256(f"{spec} {_made_from(photo)}".encode()).hexdigest()
    made: bytes | None = cache.get_or_set(
        f"preview:{key}",
        lambda: _made(_original(photo), PREVIEWS[spec], _focus(photo))[0],
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
            _check_head(image)
            _read_whole(image, PurePath(file.name or "").name)
    except Image.DecompressionBombError:
        raise ValidationError(_("The picture has too many pixels."), code="bomb") from None
    except UNREADABLE:
        raise ValidationError(_("This file is not a picture."), code="no_picture") from None
    finally:
        file.seek(0)


def _check_head(image: Image.Image) -> None:
    """What can be told before a single pixel is unpacked."""
    if image.format not in FORMATS:
        raise ValidationError(_("Only JPEG, PNG and WebP pictures are taken."), code="format")
    if image.width * image.height > MAX_PIXELS:
        raise ValidationError(_("The picture has too many pixels."), code="bomb")
    if max(image.size) > MOST_DRAWN_OUT * min(image.size):
        said = gettext("The picture is {}×{} pixels: too thin to show. Cut it into shorter ones.")
        raise ValidationError(said.format(*image.size), code="shape")


def _read_whole(image: Image.Image, name: str) -> None:
    """A head says nothing of the rest: what was cut off on its way is told before it is kept."""
    # A JPEG is read to its end all the same, into an eighth of its width: 1/64 of the memory.
    image.draft(None, (image.width // 8, image.height // 8))
    try:
        image.load()
    except UNREADABLE:
        raise ValidationError(_damaged(name), code="damaged") from None


def _damaged(name: str) -> str:
    return gettext(
        "The picture “{name}” is damaged: it cannot be read to its end. Fetch the file anew and "
        "choose it again."
    ).format(name=name)


def _renewed(photo: Photo) -> dict[str, Any] | None:
    """All sizes as stored; None where they cannot be made any more, and readers have copies."""
    try:
        return _renditions(photo)
    except (PictureLostError, PictureDamagedError) as refusal:
        if not _is_shown(photo):
            raise
        logger.warning("The public copies of a picture stay as they are: %s", refusal)
        return None


def _renditions(photo: Photo) -> dict[str, Any]:
    """All sizes as stored; they are made before the first is kept, so that none is left behind."""
    if not photo.image:
        return {}
    try:
        original = _original(photo)
        made = {name: _made(original, spec, _focus(photo)) for name, spec in SPECS.items()}
    except FileNotFoundError:
        said = gettext(
            "The file of a picture of this article is lost: {name}. Choose it again, then publish."
        )
        raise PictureLostError(said.format(name=_name_of(photo))) from None
    except (*UNREADABLE, Image.DecompressionBombError):
        raise PictureDamagedError(_damaged(_name_of(photo))) from None
    stored: dict[str, Any] = {}
    try:
        for name, each in made.items():
            stored[name] = _stored(photo, SPECS[name].kind, *each)
    except OSError as error:
        take_back(default_storage, _names(stored))
        raise PictureUnkeptError(not_stored(error)) from error
    return stored


def _made(
    original: Image.Image, spec: Spec, focus: tuple[float, float]
) -> tuple[bytes, tuple[int, int]]:
    """A rendition as a file, and its width and height."""
    picture = _fit(original, spec, focus)
    return _written(picture, spec.kind), picture.size


def _stored(photo: Photo, kind: str, data: bytes, size: tuple[int, int]) -> dict[str, Any]:
    name = default_storage.save(f"photos/{secrets.token_hex(16)}.{kind}", ContentFile(data))
    return {"name": name, "width": size[0], "height": size[1], "made_from": _made_from(photo)}


def _name_of(photo: Photo) -> str:
    """How an editor knows it: by its caption, else by its file."""
    return photo.caption or PurePath(photo.image.name or "").name


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
        scale = min(1, spec.width / original.width, TALLEST / original.height)
        return Resize(*_scaled(original.size, scale)).process(original)
    scale = min(1, original.width / spec.width, original.height / spec.height)
    size = _scaled((spec.width, spec.height), scale)
    return ResizeToFill(*size, anchor=focus).process(original)


def _scaled(size: tuple[int, int], scale: float) -> tuple[int, int]:
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _written(picture: Image.Image, kind: str) -> bytes:
    buffer = BytesIO()
    if kind == "jpeg":
        picture.convert("RGB").save(buffer, "JPEG", quality=QUALITY, progressive=True)
    else:
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


def _is_shown(photo: Photo) -> bool:
    """Whether readers have copies of this very picture, if not all that are made today."""
    kept = photo.renditions.values()
    unchanged = all(made["made_from"] == _made_from(photo) for made in kept)
    return unchanged and any(default_storage.exists(made["name"]) for made in kept)


def _forget(renditions: dict[str, Any]) -> None:
    for name in _names(renditions):
        transaction.on_commit(partial(default_storage.delete, name))


def _names(renditions: dict[str, Any]) -> list[str]:
    """The files of the renditions of a photo."""
    return [made["name"] for made in renditions.values()]
