from typing import Any

from django.db import migrations


def give_addresses(apps: Any, schema_editor: Any) -> None:
    """A tag of punctuation or an emoji had an empty address: no page that names it could be shown."""
    tag = apps.get_model("taggit", "Tag")
    for each in tag.objects.filter(slug=""):
        address = f"tag-{each.pk}"
        while tag.objects.filter(slug=address).exists():
            address += "-2"
        each.slug = address
        each.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_datelines_in_plain_texts"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(give_addresses, migrations.RunPython.noop)]
