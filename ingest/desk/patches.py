"""What a step changed in the document, kept small: enough to go back, and no more. Pure.

A patch turns one JSON value into another. It is None where nothing changed, else one of

    {"set": value}                          another value altogether
    {"keys": {key: PATCH}, "gone": [key]}   some keys of an object
    {"cut": [first, old], "put": [values]}  `old` items of a list from `first` on, and what stands
                                            there instead
    {"items": {"index": PATCH}}             some items of a list that kept its length
"""

from __future__ import annotations

from typing import Any

Patch = dict[str, Any] | None


def difference(old: Any, new: Any) -> Patch:
    """The patch that turns `old` into `new`."""
    if isinstance(old, dict) and isinstance(new, dict):
        return _of_keys(old, new)
    if isinstance(old, list) and isinstance(new, list):
        return _of_items(old, new)
    # False is 0 to Python, but not to the reader of the document.
    return None if old == new and type(old) is type(new) else {"set": new}


def _of_keys(old: dict[str, Any], new: dict[str, Any]) -> Patch:
    keys: dict[str, Any] = {}
    for key, value in new.items():
        if key not in old:
            keys[key] = {"set": value}
        elif found := difference(old[key], value):
            keys[key] = found
    gone = [key for key in old if key not in new]
    return {"keys": keys, "gone": gone} if keys or gone else None


def _of_items(old: list[Any], new: list[Any]) -> Patch:
    """What lies between the equal beginnings and the equal ends."""
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
        found = {str(at): patch for at, pair in enumerate(pairs) if (patch := difference(*pair))}
        return {"items": found} if found else None
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if difference(old[at], new[at])), shorter)
    last = next(
        (at for at in range(shorter - first) if difference(old[-1 - at], new[-1 - at])),
        shorter - first,
    )
    return {"cut": [first, len(old) - first - last], "put": new[first : len(new) - last]}


def patched(value: Any, patch: Patch) -> Any:
    """`value` with the patch put in; the given one is not touched."""
    if patch is None:
        return value
    if "set" in patch:
        return patch["set"]
    if "keys" in patch:
        kept = {key: each for key, each in value.items() if key not in patch["gone"]}
        return kept | {key: patched(value.get(key), each) for key, each in patch["keys"].items()}
    if "items" in patch:
        items = patch["items"]
        return [patched(each, items.get(str(at))) for at, each in enumerate(value)]
    first, old = patch["cut"]
    return [*value[:first], *patch["put"], *value[first + old :]]
