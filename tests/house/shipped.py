"""The files the laws of the house apply to."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("pages", "ui", "exports", "api", "analytics", "data", "settings", "i18n")


def modules(*rooms: str) -> list[Path]:
    """Every Python file of these rooms, or of all rooms and the frame round them."""
    frame = [] if rooms else [ROOT / "app.py", ROOT / "server.py"]
    inside = [path for room in rooms or ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in frame + inside if path.is_file()]


def pages() -> list[Path]:
    return [path for path in modules("pages") if path.name != "__init__.py"]


def texts(*endings: str) -> Iterator[tuple[Path, str]]:
    """Every text file of the project whose name ends so, and what it says."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in sorted(filter(None, listed.split("\0"))):
        path = ROOT / name
        if name.endswith(endings) and path.is_file():
            yield Path(name), path.read_text(encoding="utf-8")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
