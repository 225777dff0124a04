"""Build the language table that the importer ships: a dictionary and the project's own text.

    python -m benchmarks.pages.build_language DICT.TXT

DICT.TXT is the dictionary of the jieba package (MIT), as its source distribution holds it: a
word, its frequency and its part of speech a line. The text is the articles of the `language`
third, never those of the other two, and all of the folder `language`; not the demo's articles,
which name places of one county.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from benchmarks.pages.corpus import load_articles
from ingest.ordering.language import BASE, LONGEST_WORD, WORDS_TOTAL, Language, pack

PHRASES = Path(__file__).resolve().parent / "language"
NEWSPAPER = Path(__file__).resolve().parents[2] / "fixtures" / "newspaper.json"
PERSONS = ("nr", "nrt", "nrfg")
# A place or body rarer than this (logarithm) tells the pages of one county from those of others;
# the table is to know the language, and no county better than the next.
PLACES, RARE = ("ns", "nt"), -14.4
# Over half of the dictionary's words are counted at most so often: they cost the time in which the
# table is loaded, and hardly a seam is told by them.
SELDOM = 5
SELDOM_PAIRED = 4
# Classes of the dictionary that are too small to be counted are put with their next of kin.
CLASSES = {
    "nrt": "nr", "nrfg": "nr", "ng": "n", "nz": "n", "l": "i", "vg": "v", "vd": "v", "vq": "v",
    "vi": "v", "ag": "a", "an": "a", "z": "a", "ad": "d", "dg": "d", "df": "d", "tg": "t",
    "rr": "r", "rz": "r", "rg": "r", "mg": "m", "mq": "m", "uz": "u", "ul": "u", "uj": "u",
    "ug": "u", "ud": "u", "uv": "u", "e": "y", "o": "y", "zg": "g", "k": "g", "h": "g",
}  # fmt: skip


def dictionary(path: Path) -> Language:
    """The words up to five hanzi, persons' names and the rarest left out; no pairs yet."""
    language = Language()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        count = int(frequency)
        if count <= SELDOM and len(word) > 1:
            continue
        is_name = len(word) > 1 and (kind in PERSONS or _is_rare_place(kind, count))
        if len(word) <= LONGEST_WORD and _is_hanzi(word) and not is_name:
            language.words[word] = math.log(count / WORDS_TOTAL)
            language.classes[word] = CLASSES.get(kind, kind)
    return language


def _is_rare_place(kind: str, count: int) -> bool:
    return kind in PLACES and math.log(count / WORDS_TOTAL) < RARE


def _is_hanzi(word: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def home_words() -> set[str]:
    """The words of two hanzi with which the name and the county of the demo paper begin."""
    rows = json.loads(NEWSPAPER.read_text(encoding="utf-8"))
    papers = [row["fields"] for row in rows if row["model"] == "articles.newspaper"]
    return {paper["name"][:2] for paper in papers}


def main(path: str) -> None:
    language = dictionary(Path(path))
    for word in home_words() & set(language.words):
        del language.words[word], language.classes[word]
    texts = [article.text for article in load_articles("language")]
    texts += [each.read_text(encoding="utf-8") for each in sorted(PHRASES.rglob("*.txt"))]
    language += language.counted(texts)
    # What was read but four times is mostly known by its classes, a fifth of it by its characters.
    language.pairs = Counter({pair: n for pair, n in language.pairs.items() if n > SELDOM_PAIRED})
    language.trigrams = language.trigrams.without_rare()
    data = pack(language)
    BASE.write_bytes(data)
    characters = sum(map(len, texts))
    print(f"{len(language.words)} words; {len(language.pairs)} pairs of words and")
    print(f"{len(language.trigrams.after)} characters and pairs of them in {characters} characters")
    print(f"{len(data) / 1e6:.2f} MB at {BASE.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
