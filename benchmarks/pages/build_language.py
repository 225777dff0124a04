"""Build the language table that the importer ships: a dictionary and the project's own text.

    python -m benchmarks.pages.build_language DICT.TXT

DICT.TXT is the dictionary of the jieba package (MIT), as its source distribution holds it: a
word, its frequency and its part of speech a line. The articles are those of the `language`
third, and the demo articles where they are present; never those of the other two thirds.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path

from benchmarks.pages.corpus import load_articles
from ingest.ordering.language import BASE, LONGEST_WORD, WORDS_TOTAL, Language, pack

DEMO = Path(__file__).resolve().parents[2] / "fixtures" / "articles.json"
NEWSPAPER = DEMO.with_name("newspaper.json")
PHRASES = Path(__file__).resolve().parent / "language"
PERSONS = ("nr", "nrt", "nrfg")
# A place or body rarer than this (logarithm) tells the pages of one county from those of others;
# the table is to know the language, and no county better than the next.
PLACES, RARE = ("ns", "nt"), -14.4
# Classes of the dictionary that are too small to be counted are put with their next of kin.
CLASSES = {
    "nrt": "nr", "nrfg": "nr", "ng": "n", "nz": "n", "l": "i", "vg": "v", "vd": "v", "vq": "v",
    "vi": "v", "ag": "a", "an": "a", "z": "a", "ad": "d", "dg": "d", "df": "d", "tg": "t",
    "rr": "r", "rz": "r", "rg": "r", "mg": "m", "mq": "m", "uz": "u", "ul": "u", "uj": "u",
    "ug": "u", "ud": "u", "uv": "u", "e": "y", "o": "y", "zg": "g", "k": "g", "h": "g",
}  # fmt: skip


def dictionary(path: Path) -> Language:
    """The words up to five hanzi, persons' names left out; no pairs yet."""
    language = Language()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        count = int(frequency)
        is_name = len(word) > 1 and (kind in PERSONS or _is_rare_place(kind, count))
        if len(word) <= LONGEST_WORD and _is_hanzi(word) and not is_name:
            language.words[word] = math.log(count / WORDS_TOTAL)
            language.classes[word] = CLASSES.get(kind, kind)
    return language


def _is_rare_place(kind: str, count: int) -> bool:
    return kind in PLACES and math.log(count / WORDS_TOTAL) < RARE


def leave_out(language: Language, names: set[str]) -> None:
    """Take the names of the demo's own county out of words and pairs."""
    for word in names & set(language.words):
        del language.words[word], language.classes[word]
    for pair in [each for each in language.pairs if names & set(each)]:
        del language.pairs[pair]


def _is_hanzi(word: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def demo_articles() -> list[str]:
    """The articles of the demo site, paragraph by paragraph."""
    rows = json.loads(DEMO.read_text(encoding="utf-8"))
    fields = [row["fields"] for row in rows if row["model"] == "articles.article"]
    return [
        "\n".join([each["kicker"], each["headline"], each["deck"], _paragraphs(each["body"])])
        for each in fields
    ]


def home_words() -> set[str]:
    """The words of two hanzi with which the name and the county of the demo paper begin."""
    rows = json.loads(NEWSPAPER.read_text(encoding="utf-8"))
    papers = [row["fields"] for row in rows if row["model"] == "articles.newspaper"]
    return {paper["name"][:2] for paper in papers}


def _paragraphs(html: str) -> str:
    return re.sub(r"<[^>]+>", "\n", html)


def main(path: str) -> None:
    language = dictionary(Path(path))
    texts = [article.text for article in load_articles("language")] + demo_articles()
    texts += [each.read_text(encoding="utf-8") for each in sorted(PHRASES.glob("*.txt"))]
    language.pairs = language.count_pairs(texts)
    leave_out(language, home_words())
    data = pack(language)
    BASE.write_bytes(data)
    characters = sum(map(len, texts))
    print(f"{len(language.words)} words; {len(language.pairs)} pairs of {characters} characters")
    print(f"{len(data) / 1e6:.2f} MB at {BASE.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
