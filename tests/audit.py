"""`make audit`: are the pinned packages known to be unsafe? Says how many were really asked about.

pip-audit calls a package that its service does not know "no known vulnerability". Where the
service does not answer, nothing was audited: a note, not a failure, and never an all-clear.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [
    *(str(Path(sys.executable).parent / "pip-audit"), "--format", "json"),
    *("--requirement", "requirements-dev.txt", "--disable-pip", "--require-hashes"),
    *("--progress-spinner", "off"),
]


def verdict(answer: str) -> tuple[list[str], bool]:
    """What pip-audit's JSON says, in lines, and whether a package is known to be unsafe."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return ["note: the service did not answer, nothing was audited"], False
    asked = [each for each in packages if "skip_reason" not in each]
    unsafe = [each for each in asked if each["vulns"]]
    lines = [
        f"{each['name']} {each['version']}: {vuln['id']}, "
        f"fixed in {', '.join(vuln['fix_versions']) or 'no version yet'}"
        for each in unsafe
        for vuln in each["vulns"]
    ]
    if not asked:
        return ["note: the service knows none of the packages, nothing was audited"], False
    skipped = len(packages) - len(asked)
    lines.append(f"{len(asked)} packages audited, {len(unsafe)} unsafe, {skipped} not known")
    return lines, bool(unsafe)


def main() -> int:
    answer = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, text=True, check=False)
    lines, unsafe = verdict(answer.stdout)
    print("\n".join(lines))
    return int(unsafe)


if __name__ == "__main__":
    sys.exit(main())
