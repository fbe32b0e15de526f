"""A server of our own to be measured: started on a free port, ended afterwards, and no other."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLOOR = ROOT / "bench" / "peers" / "floor.py"
PEER = ROOT / "bench" / "peers" / "overview_in_dash.py"
PATIENCE = 120
"""Seconds a server has to become healthy."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers. `started` is how many seconds it took until it was healthy."""

    process: subprocess.Popen[bytes]
    url: str
    started: float

    @property
    def pid(self) -> int:
        return self.process.pid

    def end(self) -> None:
        """Tell it to end, and wait until it has."""
        self.process.terminate()
        self.process.wait(PATIENCE)

    def memory(self) -> float:
        """Resident memory in MB."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def processor(self) -> float:
        """Seconds of processor time used so far."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(script: Path) -> Iterator[Server]:
    """Serve a Streamlit script, or the peer. Raises TimeoutError where it is never healthy."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command, health = _command(script, port)
    with tempfile.TemporaryFile() as log:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=_folder(script), stdout=log, stderr=log)
        try:
            url = f"http://localhost:{port}"
            _wait(url + health, process)
            yield Server(process, url, time.monotonic() - began)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _command(script: Path, port: int) -> tuple[list[str], str]:
    """How a script is served, and the path at which it says that it is."""
    if script == PEER:
        return [sys.executable, "-m", "bench.peers.overview_in_dash", str(port)], "/"
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)),
        *("--server.address", "localhost", "--server.headless", "true"),
        *("--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"),
    ]
    return command, "/_stcore/health"


def _folder(script: Path) -> Path:
    """Where a script runs: the empty page as Streamlit comes, without the monitor's settings."""
    return Path(tempfile.gettempdir()) if script == FLOOR else ROOT


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"{address} did not become healthy.")
