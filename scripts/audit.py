"""Ask the OSV database for known weaknesses of everything that is pinned.

Exit status: 0 none is known, 1 some are, 3 nothing was checked, because the database did not answer. Silence
of an index that has no such data is no clean bill, so the database is asked itself.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from command import parser_of, run
from explainer.places import GENERATOR

OSV = "https://api.osv.dev/v1/query"
UNCHECKED = 3


def main() -> int:
    """Audit the lock and say in plain lines what was found."""
    parser = parser_of(__doc__, content=False)
    parser.add_argument("--lock", type=Path, default=GENERATOR / "requirements-test.lock", metavar="FILE")
    parser.add_argument("--osv", default=OSV, metavar="URL", help=f"default: {OSV}")
    parser.add_argument("--timeout", type=int, default=20, metavar="SECONDS", help="for each answer")
    options = parser.parse_args()
    packages = _audited(options.lock, options.osv, options.timeout)
    checked = [package for package in packages if "skip_reason" not in package]
    if not checked:
        print(
            f"Nothing was checked: {options.osv} did not answer. Try again with a network.", file=sys.stderr
        )
        return UNCHECKED
    weak = [package for package in checked if package["vulns"]]
    for package in weak:
        for each in package["vulns"]:
            mended = ", ".join(each.get("fix_versions", ())) or "no release yet"
            print(f"{package['name']} {package['version']}: {each['id']}; mended in {mended}")
    for package in packages:
        if "skip_reason" in package:
            print(f"{package['name']}: not checked; {package['skip_reason']}")
    print(f"{len(checked)} checked, {len(weak)} with known weaknesses.", file=sys.stderr)
    return 1 if weak else 0


def _audited(lock: Path, osv: str, timeout: int) -> list[dict[str, Any]]:
    """Return what pip-audit says of each package; none where it could not ask."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(lock),
        "--disable-pip",
        "--require-hashes",
    ]
    command += ["--vulnerability-service", "osv", "--osv-url", osv, "--timeout", str(timeout)]
    command += ["--format", "json", "--progress-spinner", "off"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        packages: list[dict[str, Any]] = json.loads(told.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError):
        return []
    return packages


if __name__ == "__main__":
    sys.exit(run(main))
