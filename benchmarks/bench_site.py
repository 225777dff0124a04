"""Measures the public pages on one server, each beside its hand-written floor, in one run.

Figures are ratios: real view to hand-written view, last page to first, measured in turns on the
same server so that a noisy machine hits both. Absolute times are shown for orientation only.
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

import django


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = int(os.environ.get("BENCH_PORT", "0")) or free_port()
ROUNDS, REQUESTS, CLIENTS = 5, 30, 2
ARTICLES, PROJECTS = 10_000, 2_000
SEED = Path(os.environ.get("SEED_DIR", "../shared/seed"))


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


def times(address: str, count: int) -> list[float]:
    """Seconds of each request, one client."""
    client, found = Client(), []
    for _ in range(count):
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


def in_turns(first: str, second: str) -> tuple[float, float, float, float, float]:
    """Median rates of both, the median ratio of rates round by round, and both p95 in seconds."""
    rates: list[tuple[float, float]] = []
    slow: tuple[list[float], list[float]] = ([], [])
    for address in (first, second):
        times(address, 5)
    for _ in range(ROUNDS):
        one, two = burst(first), burst(second)
        rates.append((one[0], two[0]))
        slow[0].extend(one[1])
        slow[1].extend(two[1])
    ratio = statistics.median(one / two for one, two in rates)
    return (
        statistics.median(one for one, _ in rates),
        statistics.median(two for _, two in rates),
        ratio,
        p95(slow[0]),
        p95(slow[1]),
    )


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def pages() -> dict[str, str]:
    from articles.models import Article, Issue, Section
    from departments.models import Department
    from projects.models import Project

    section = Section.objects.top().order_by("order")[2]
    project = Project.objects.public().exclude(total_yuan=None).first()
    article = Article.objects.published().exclude(evidence=None).newest_first().first()
    issue = Issue.objects.published().first()
    department = Department.objects.exclude(articles=None).first()
    if not (project and article and issue and department):
        raise SystemExit("the demo is not loaded")
    return {
        "home": "/",
        "section": section.get_absolute_url(),
        "article": article.get_absolute_url(),
        "issue": f"{issue.get_absolute_url()}1/",
        "department": department.get_absolute_url(),
        "projects": "/projects/",
        "project": project.get_absolute_url(),
    }


def last_page(section_address: str) -> str:
    from articles.keyset import PAGE_SIZE, Key
    from articles.models import Article, Section

    section = Section.objects.get(slug=section_address.strip("/").split("/")[-1])
    oldest = Article.objects.published().filter(section=section).order_by("published_at", "pk")
    return f"{section_address}?before={Key.of(oldest[PAGE_SIZE])}"


def measure_pages() -> None:
    found = pages()
    print(f"{'page':<12}{'real/s':>8}{'floor/s':>9}{'ratio':>7}{'p95 ms':>8}{'floor':>7}  bytes")
    for name, address in found.items():
        real, floor, ratio, slow, slow_floor = in_turns(address, f"/handwritten{address}")
        client = Client()
        same = client.get(address) == client.get(f"/handwritten{address}")
        print(
            f"{name:<12}{real:>8.1f}{floor:>9.1f}{ratio:>7.2f}{slow * 1000:>8.1f}"
            f"{slow_floor * 1000:>7.1f}  {'same' if same else 'DIFFERENT'}"
        )
    first = found["section"]
    last = last_page(first)
    _, _, ratio, slow, slow_first = in_turns(last, first)
    print(f"\nlast section page to first: {ratio:.2f}", end=" ")
    print(f"(p95 {slow * 1000:.1f} and {slow_first * 1000:.1f} ms)")


def measure_search() -> None:
    from urllib.parse import quote

    from benchmarks.grow import COMMON, RARE

    print()
    for name, word in (("half of the articles", COMMON), ("one in a thousand", RARE)):
        address = f"/search/?q={quote(word)}"
        times(address, 5)
        middle = statistics.median(times(address, 60))
        print(f"search, a word in {name}: p50 {middle * 1000:.1f} ms, the page included")


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
print(f"{seconds:.2f} s after start-up, {megabytes:.0f} MB")
"""


def measure_import() -> None:
    page = next(iter(SEED.glob("000_*.txt")), Path("fixtures/uploads/demo-page.txt"))
    run = subprocess.run(
        [sys.executable, "-c", IMPORT, str(page)], capture_output=True, text=True, check=True
    )
    print(f"\nimport of {page.name}: {run.stdout.strip()}")


def main() -> None:
    django.setup()
    from benchmarks.grow import grow

    grow(ARTICLES, PROJECTS)
    print(f"{ARTICLES} articles, {PROJECTS} projects; 1 worker of 4 threads, {CLIENTS} clients")
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
