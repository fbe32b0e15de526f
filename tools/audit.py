"""Look for known flaws in the libraries that are pinned: `make audit`.

pip-audit asks PyPI's list of advisories. Where that cannot be reached nothing can be said about
flaws, and so it is said; what can be held without it is that the pins fit each other.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PINS = Path(__file__).parent.parent / "requirements.txt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Flaws, each in a line, and how many libraries could be looked up."""

    flaws: tuple[str, ...] = ()
    looked_up: int = 0
    pinned: int = 0

    def sentences(self) -> list[str]:
        if self.flaws:
            return [*self.flaws, "Raise these pins (requirements.in, `make pins`)."]
        if self.looked_up == self.pinned:
            return [f"No known flaw in any of {self.pinned} libraries."]
        unknown = self.pinned - self.looked_up
        return [
            f"The advisories on {unknown} of {self.pinned} libraries could not be reached: "
            "whether they have known flaws is not known. Run `make audit` where PyPI answers."
        ]


def outcome(written: str, pinned: int) -> Outcome:
    """What pip-audit's JSON says; blank or broken, it could look up nothing."""
    try:
        report = json.loads(written)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Outcome(pinned=pinned)
    flaws = tuple(
        f"{one['name']} {one['version']}: {flaw['id']}, fixed in "
        f"{', '.join(flaw.get('fix_versions', [])) or 'no version yet'}"
        for one in report
        for flaw in one.get("vulns", [])
    )
    return Outcome(flaws, sum("skip_reason" not in one for one in report), pinned)


def main(program: str) -> int:
    """Audit the pins by this pip-audit; the status is 1 where there is a flaw or a misfit."""
    command = [program, "--requirement", str(PINS), "--no-deps", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    pinned = sum("==" in line for line in PINS.read_text(encoding="utf-8").splitlines())
    faults = outcome(ran.stdout, pinned)
    print("\n".join(faults.sentences()))
    fits = subprocess.run([sys.executable, "-m", "pip", "check"], check=False).returncode == 0
    return int(bool(faults.flaws) or not fits)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
