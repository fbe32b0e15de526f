"""A temporary folder that is ours alone, or none of those that are there.

Its place in the shared folder can be guessed, so somebody else on the machine could have put one
there, with datasets of their own in it.
"""

import os
import stat
import tempfile
from functools import cache
from pathlib import Path

OURS_ALONE = 0o700


def own_folder(name: str) -> Path:
    """The temporary folder of this name, shared by all our processes.

    Where what stands there is another's, a link, or open to others, this process makes a folder of
    its own that nobody can have prepared.
    """
    user = os.geteuid() if hasattr(os, "geteuid") else 0
    path = Path(tempfile.gettempdir()) / f"{name}-{user}"
    try:
        path.mkdir(mode=OURS_ALONE)
    except FileExistsError:
        if not _is_ours_alone(path, user):
            return _made_anew(name)
    return path


def _is_ours_alone(path: Path, user: int) -> bool:
    status = path.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    # Windows gives each user a temporary folder of their own.
    return os.name == "nt" or (status.st_uid == user and stat.S_IMODE(status.st_mode) == OURS_ALONE)


@cache
def _made_anew(name: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{name}-"))
