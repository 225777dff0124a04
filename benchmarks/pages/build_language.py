"""Build the language table that the importer ships: a dictionary and the project's own text.

    python -m benchmarks.pages.build_language DICT.TXT

DICT.TXT is the dictionary of the jieba package (MIT), as its source distribution holds it: a
word, its frequency and its part of speech a line. The articles are those of the `language`
third, and the demo articles where they are present; never those of the other two thirds.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from benchmarks.pages.corpus import load_articles
from ingest.ordering.language import BASE, LONGEST_WORD, WORDS_TOTAL, Language, count_runs, pack

RAREST = 5


def dictionary(path: Path) -> tuple[dict[str, float], frozenset[str]]:
    """Log-probabilities of the words up to five hanzi, and the verbs among them."""
    words: dict[str, float] = {}
    verbs = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        count = int(frequency)
        if count < RAREST or len(word) > LONGEST_WORD or not _is_hanzi(word):
            continue
        words[word] = math.log(count / WORDS_TOTAL)
        if kind in ("v", "vn", "vd", "vg") and len(word) > 1 and count >= 20:
            verbs.add(word)
    return words, frozenset(verbs)


def _is_hanzi(word: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def main(path: str) -> None:
    words, verbs = dictionary(Path(path))
    texts = [article.text for article in load_articles("language")]
    runs = count_runs(texts)
    data = pack(Language(words, verbs, runs))
    BASE.write_bytes(data)
    print(f"{len(words)} words, {len(verbs)} verbs, {len(runs)} runs of {len(texts)} articles")
    print(f"{len(data) / 1e6:.2f} MB at {BASE.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
