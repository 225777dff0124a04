"""Measures the public pages on one server, each beside its hand-written floor, in one run.

Figures are ratios: real view to hand-written view, last page to first, measured in turns on the
same server so that a noisy machine hits both. Absolute times are shown for orientation only.
`after a write` is the first view of a page after the newsroom has saved something: nothing that
was kept between requests is used then (`docs/speed.md`).
"""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import django


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = int(os.environ.get("BENCH_PORT", "0")) or free_port()
ROUNDS, REQUESTS, CLIENTS = 5, 30, 2
ARTICLES, PROJECTS = 10_000, 2_000
SEED = Path(os.environ.get("SEED_DIR", "../shared/seed"))
RATE = {"section": 0.6, "article": 0.6}
LAST_PAGE, SEARCH_MS, IMPORT_SECONDS, IMPORT_MB = 0.9, 50, 1, 300


class Client:
    def __init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)

    def get(self, address: str) -> bytes:
        self.connection.request("GET", address)
        response = self.connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise SystemExit(f"{address} answered {response.status}")
        return body


def times(address: str, count: int, *, after_a_write: bool = False) -> list[float]:
    """Seconds of each request, one client."""
    client, found = Client(), []
    for _ in range(count):
        if after_a_write:
            client.get("/renew/")
        started = time.perf_counter()
        client.get(address)
        found.append(time.perf_counter() - started)
    return found


def burst(address: str) -> tuple[float, list[float]]:
    """Requests a second of all clients together, and the seconds of each request."""
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        runs = list(pool.map(lambda _: times(address, REQUESTS // CLIENTS), range(CLIENTS)))
    seconds = time.perf_counter() - started
    return REQUESTS / seconds, [each for run in runs for each in run]


class Compared(NamedTuple):
    """Two addresses in turns: median rates (1/s), p95 (s), and the median ratio of the rounds."""

    rate: float
    other_rate: float
    ratio: float
    p95: float
    other_p95: float


def in_turns(address: str, other: str) -> Compared:
    rates: list[tuple[float, float]] = []
    seconds: tuple[list[float], list[float]] = ([], [])
    for each in (address, other):
        times(each, 5)
    for _ in range(ROUNDS):
        one, two = burst(address), burst(other)
        rates.append((one[0], two[0]))
        seconds[0].extend(one[1])
        seconds[1].extend(two[1])
    return Compared(
        statistics.median(one for one, _ in rates),
        statistics.median(two for _, two in rates),
        statistics.median(one / two for one, two in rates),
        p95(seconds[0]),
        p95(seconds[1]),
    )


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def pages() -> dict[str, str]:
    from taggit.models import Tag

    from articles.models import Article, Issue, Section
    from departments.models import Department
    from projects.models import Project

    section = Section.objects.top().order_by("order")[2]
    project = Project.objects.public().exclude(total_yuan=None).first()
    article = Article.objects.published().exclude(evidence=None).newest_first().first()
    issue = Issue.objects.published().first()
    department = Department.objects.exclude(articles=None).first()
    tag = Tag.objects.order_by("pk").first()
    if not (project and article and issue and department and tag):
        raise SystemExit("the demo is not loaded")
    return {
        "home": "/",
        "section": section.get_absolute_url(),
        "article": article.get_absolute_url(),
        "issue": f"{issue.get_absolute_url()}1/",
        "department": department.get_absolute_url(),
        "tag": f"/tags/{quote(tag.slug)}/",
        "projects": "/projects/",
        "project": project.get_absolute_url(),
    }


def last_page(section_address: str) -> str:
    from articles.keyset import PAGE_SIZE, Key
    from articles.models import Article, Section
    from articles.rows import read_rows

    section = Section.objects.get(slug=section_address.strip("/").split("/")[-1])
    oldest = Article.objects.published().filter(section=section).order_by("published_at", "pk")
    return f"{section_address}?before={Key.of(read_rows(oldest[: PAGE_SIZE + 1])[-1])}"


def verdict(reached: bool) -> str:
    return "reached" if reached else "MISSED"


def measure_pages() -> None:
    print(
        f"\n{'':<12}{'requests a second':^28}  {'p95 in ms':^22}  {'after a write, ms':^24}\n"
        f"{'page':<12}{'real':>8}{'floor':>8}{'ratio':>7} goal{'real':>8}{'floor':>8}{'ratio':>7}"
        f"{'real':>10}{'floor':>8}{'ratio':>7}  bytes"
    )
    found = pages()
    for name, address in found.items():
        floor = f"/handwritten{address}"
        both = in_turns(address, floor)
        fresh = statistics.median(times(address, 15, after_a_write=True))
        plain = statistics.median(times(floor, 15))
        client = Client()
        same = client.get(address) == client.get(floor)
        goal = f"{RATE[name]:>5}" if name in RATE else "     "
        print(
            f"{name:<12}{both.rate:>8.1f}{both.other_rate:>8.1f}{both.ratio:>7.2f}{goal}"
            f"{both.p95 * 1000:>8.1f}{both.other_p95 * 1000:>8.1f}{both.other_p95 / both.p95:>7.2f}"
            f"{fresh * 1000:>10.1f}{plain * 1000:>8.1f}{plain / fresh:>7.2f}"
            f"  {'same' if same else 'DIFFERENT'}"
            f"{', goal ' + verdict(both.ratio >= RATE[name]) if name in RATE else ''}",
            flush=True,
        )
    first = found["section"]
    pair = in_turns(last_page(first), first)
    print(
        f"\nlast section page to the first: {pair.ratio:.2f}, goal {LAST_PAGE}: "
        f"{verdict(pair.ratio >= LAST_PAGE)} (p95 {pair.p95 * 1000:.1f} and "
        f"{pair.other_p95 * 1000:.1f} ms)"
    )


def measure_search() -> None:
    from benchmarks.grow import COMMON, RARE

    for name, word in (("half of the articles", COMMON), ("one in a thousand", RARE)):
        address = f"/search/?q={quote(word)}"
        times(address, 5)
        milliseconds = statistics.median(times(address, 60)) * 1000
        print(
            f"search page, a word in {name}: p50 {milliseconds:.1f} ms, goal {SEARCH_MS}: "
            f"{verdict(milliseconds <= SEARCH_MS)}"
        )


IMPORT = """
import resource, sys, time
from datetime import date
from ingest.pipeline import propose
data = open(sys.argv[1], "rb").read()
propose("县里修路。".encode(), issue_date=date(2023, 2, 10))
started = time.perf_counter()
propose(data, issue_date=date(2023, 2, 10))
seconds = time.perf_counter() - started
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(seconds, megabytes)
"""


def measure_import() -> None:
    page = next(iter(SEED.glob("000_*.txt")), Path("fixtures/uploads/demo-page.txt"))
    run = subprocess.run(
        [sys.executable, "-c", IMPORT, str(page)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = map(float, run.stdout.split())
    reached = seconds < IMPORT_SECONDS and megabytes < IMPORT_MB
    print(
        f"import of {page.name}: {seconds:.2f} s after start-up, {megabytes:.0f} MB, "
        f"goal {IMPORT_SECONDS} s and {IMPORT_MB} MB: {verdict(reached)}"
    )


def main() -> None:
    django.setup()
    from django.db import connection

    from benchmarks.grow import grow

    grow(ARTICLES, PROJECTS)
    print(
        f"{connection.vendor}: {ARTICLES} articles, {PROJECTS} projects; "
        f"1 worker of 4 threads, {CLIENTS} clients"
    )
    server = subprocess.Popen(
        [
            *(".venv/bin/gunicorn", "pingyao_cms.wsgi", "--bind", f"127.0.0.1:{PORT}"),
            *("--workers", "1", "--threads", "4", "--config", "deploy/gunicorn.conf.py"),
            *("--max-requests", "0", "--log-level", "warning"),
        ]
    )
    try:
        wait()
        measure_pages()
        measure_search()
    finally:
        server.terminate()
        server.wait(10)
    measure_import()


def wait() -> None:
    for _ in range(100):
        try:
            Client().get("/")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
