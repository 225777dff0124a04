"""Pictures are public exactly as long as their article is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from articles.pictures import SPECS, check_picture, publish_pictures, withdraw_pictures
from tests.factories import PhotoFactory

pytestmark = pytest.mark.django_db


def public_files(settings: Any) -> set[str]:
    folder = Path(settings.MEDIA_ROOT) / "photos"
    return {f"photos/{path.name}" for path in folder.glob("*")} if folder.exists() else set()


def picture(size: tuple[int, int] = (40, 30), kind: str = "PNG", **options: Any) -> ContentFile:
    buffer = BytesIO()
    Image.new("RGB", size, "red").save(buffer, kind, **options)
    return ContentFile(buffer.getvalue(), name=f"图.{kind.lower()}")


def test_publication_makes_every_size_under_names_that_say_nothing(settings: Any) -> None:
    photo = PhotoFactory(image__width=2000, image__height=1500)
    publish_pictures(photo.article)
    photo.refresh_from_db()
    sizes = {name: (made["width"], made["height"]) for name, made in photo.renditions.items()}
    assert sizes == {
        "lead": (1344, 848),
        "card": (912, 540),
        "row": (336, 224),
        "body": (1296, 972),
        "shared": (1200, 630),
    }
    names = {made["name"] for made in photo.renditions.values()}
    assert names == public_files(settings)
    assert not any("菜" in name for name in names)


def test_the_copy_that_links_show_is_a_jpeg(settings: Any) -> None:
    """Not every program that shows a link reads WebP; what was transparent is white."""
    clear = BytesIO()
    Image.new("RGBA", (1600, 900), (255, 0, 0, 0)).save(clear, "PNG")
    photo = PhotoFactory(image=ContentFile(clear.getvalue(), name="a.png"))
    publish_pictures(photo.article)
    photo.refresh_from_db()
    kinds = {}
    for name, made in photo.renditions.items():
        with Image.open(Path(settings.MEDIA_ROOT) / made["name"]) as copy:
            kinds[name] = copy.format
            assert Path(made["name"]).suffix == f".{copy.format.lower()}"
            assert min(copy.convert("RGB").getpixel((5, 5))) > 250
    assert kinds.pop("shared") == "JPEG"
    assert set(kinds.values()) == {"WEBP"}


def test_running_it_again_changes_nothing(settings: Any) -> None:
    photo = PhotoFactory()
    publish_pictures(photo.article)
    photo.refresh_from_db()
    before = photo.renditions
    publish_pictures(photo.article)
    photo.refresh_from_db()
    assert photo.renditions == before
    assert len(public_files(settings)) == len(SPECS)


def test_a_small_picture_keeps_its_pixels_and_takes_the_shape() -> None:
    photo = PhotoFactory(image__width=160, image__height=100)
    publish_pictures(photo.article)
    photo.refresh_from_db()
    lead = photo.renditions["lead"]
    assert lead["width"] <= 160
    assert lead["width"] / lead["height"] == pytest.approx(1344 / 848, rel=0.02)


def test_the_focus_decides_what_a_crop_keeps(settings: Any) -> None:
    buffer = BytesIO()
    half = Image.new("RGB", (2000, 500), "red")
    half.paste("blue", (1000, 0, 2000, 500))
    half.save(buffer, "PNG")
    photo = PhotoFactory(image=ContentFile(buffer.getvalue(), name="a.png"), focus_x=1.0)
    publish_pictures(photo.article)
    photo.refresh_from_db()
    with Image.open(Path(settings.MEDIA_ROOT) / photo.renditions["row"]["name"]) as made:
        red, _, blue = made.convert("RGB").getpixel((5, 5))
    assert blue > red


def test_a_moved_focus_makes_new_pictures_and_removes_the_old(
    settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = PhotoFactory()
    publish_pictures(photo.article)
    old = public_files(settings)
    photo.refresh_from_db()
    photo.focus_x = 0.1
    photo.save()
    with django_capture_on_commit_callbacks(execute=True):
        publish_pictures(photo.article)
    assert len(public_files(settings)) == len(SPECS)
    assert not old & public_files(settings)


def test_withdrawal_removes_the_public_files_and_keeps_the_original(
    settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = PhotoFactory()
    publish_pictures(photo.article)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_pictures(photo.article)
    photo.refresh_from_db()
    assert public_files(settings) == set()
    assert photo.renditions == {}
    assert photo.image.storage.exists(photo.image.name)


def test_a_deleted_photo_takes_all_its_files_along(
    settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    photo = PhotoFactory()
    publish_pictures(photo.article)
    photo.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
    assert public_files(settings) == set()
    assert not photo.image.storage.exists(photo.image.name)


def test_a_photo_that_was_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = PhotoFactory(image=picture((400, 200), "JPEG", exif=exif))
    publish_pictures(photo.article)
    photo.refresh_from_db()
    body = photo.renditions["body"]
    assert (body["width"], body["height"]) == (200, 400)


def bomb() -> ContentFile:
    """A few kilobytes that unpack to hundreds of megapixels."""
    buffer = BytesIO()
    Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name="bomb.png")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (ContentFile(b"<svg onload=alert(1)>", name="a.png"), "no_picture"),
        (ContentFile(b"", name="a.png"), "no_picture"),
        (picture((4, 4), "GIF"), "format"),
        (picture((9000, 9000)), "bomb"),
        (bomb(), "bomb"),
    ],
    ids=["script", "empty", "gif", "large", "bomb"],
)
def test_what_is_no_good_picture_is_refused_with_words(file: ContentFile, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_picture(file)
    assert refused.value.code == code
