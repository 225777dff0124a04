from typing import Any

from django.db import migrations


def take_off_quotes(apps: Any, schema_editor: Any) -> None:
    """Every save put another pair of quotes around a tag with a blank: these are one tag again.

    A name with quotes of its own (`"甲"与"乙"`) keeps them all. What hangs on a quoted tag goes over
    to the one without, where that exists.
    """
    tag = apps.get_model("taggit", "Tag")
    item = apps.get_model("taggit", "TaggedItem")
    for quoted in tag.objects.filter(name__startswith='"', name__endswith='"'):
        name = " ".join(quoted.name.strip('"').split())
        if not name or '"' in name:
            continue
        plain = tag.objects.filter(name__iexact=name).first()
        if plain is None:
            quoted.name = name
            quoted.save(update_fields=["name"])
            continue
        for each in item.objects.filter(tag=quoted):
            item.objects.get_or_create(
                tag=plain, content_type_id=each.content_type_id, object_id=each.object_id
            )
        quoted.delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_every_tag_has_an_address")]

    operations = [migrations.RunPython(take_off_quotes, migrations.RunPython.noop)]
