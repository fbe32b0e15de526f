"""`make serve REPLICAS=2`: that many servers behind nginx on this machine, until it is stopped.

All read one dataset, built before the first of them starts. One that ends is started again; its
readers go on with another meanwhile. nginx is set up by the files beside this one, as on a server
of your own (docs/deploy.md).
"""

import argparse
import contextlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
NGINX = ROOT / "deploy" / "nginx"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so")
HERE = "127.0.0.1"
PATIENCE = 60.0
"""Seconds a server has to become ready."""
FAREWELL = 10.0
"""Seconds a server that is stopped has to finish the answers it is at."""


@dataclass
class Replicas:
    """Servers on ports of this machine's own, and nginx before them at `address:port`."""

    many: int
    address: str
    port: int
    folder: Path
    base: str = ""
    ports: list[int] = field(default_factory=list)
    servers: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://{self.address}:{self.port}/{self.base}".rstrip("/")

    def start(self) -> None:
        """Start all, and come back when all are ready. Raises RuntimeError where one is not."""
        self.ports = [_free() for _ in range(self.many)]
        for port in self.ports:
            self._serve(port)
        for port, server in self.servers.items():
            there = partial(is_ready, port, self.base)
            self._wait(server, f"The server at port {port}", f"{port}.log", there)
        (self.folder / "nginx.conf").write_text(
            self.configuration("brotli" if BROTLI.is_file() else "gzip"), encoding="utf-8"
        )
        self.front = subprocess.Popen([nginx(), "-p", self.folder, "-c", "nginx.conf", "-e", "log"])
        self._wait(self.front, "nginx", "log", partial(_listens, self.address, self.port))

    def go_on(self) -> None:
        """Start anew whatever has ended. Raises RuntimeError where nginx has."""
        for port, server in list(self.servers.items()):
            if server.poll() is not None:
                print(f"The server at port {port} ended ({server.returncode}); starting it anew.")
                self._serve(port)
        if self.front.poll() is not None:
            log = (self.folder / "log").read_text(encoding="utf-8")
            raise RuntimeError(f"nginx ended:\n{log}")

    def stop(self) -> None:
        """Let every server finish what it is at, then nginx."""
        running = [*self.servers.values(), *([self.front] if hasattr(self, "front") else [])]
        for process in running:
            process.terminate()
        until = time.monotonic() + FAREWELL
        for process in running:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _serve(self, port: int) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "server.py"]
        options = {
            "server.port": str(port),
            "server.address": HERE,
            "server.headless": "true",
            "server.baseUrlPath": self.base,
            "browser.gatherUsageStats": "false",
            "logger.hideWelcomeMessage": "true",
        }
        command += [f"--{name}={value}" for name, value in options.items()]
        with (self.folder / f"{port}.log").open("ab") as log:
            self.servers[port] = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)

    def _wait(
        self, process: subprocess.Popen[bytes], name: str, log: str, is_there: Callable[[], bool]
    ) -> None:
        until = time.monotonic() + PATIENCE
        while not is_there():
            if process.poll() is not None or time.monotonic() > until:
                text = (self.folder / log).read_text(encoding="utf-8")
                raise RuntimeError(f"{name} did not become ready:\n{text}")
            time.sleep(0.1)

    def configuration(self, packing: str) -> str:
        """nginx's whole configuration: the files of deploy/nginx, with our ports.

        `packing` names the file that compresses: gzip or brotli.
        """
        servers = "\n".join(
            f"        server {HERE}:{port} max_fails=1 fail_timeout=2s;" for port in self.ports
        )
        module = f"load_module {BROTLI};\n" if packing == "brotli" else ""
        temporary = "".join(
            f"    {kind}_temp_path {kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        return f"""{module}daemon off;
pid nginx.pid;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
{temporary}    include {NGINX}/http.conf;
    include {NGINX}/{packing}.conf;
    proxy_cache_path kept levels=1:2 keys_zone=monitor_static:10m max_size=100m inactive=30d;
    upstream monitor {{
        hash $monitor_place consistent;
{servers}
        keepalive 32;
    }}
    server {{
        listen {self.address}:{self.port};
        include {NGINX}/locations.conf;
    }}
}}
"""


def is_ready(port: int, base: str = "") -> bool:
    """Whether the server at this port of our machine says that readers may come."""
    address = f"http://{HERE}:{port}/{base}/readyz".replace(f"{port}//", f"{port}/")
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _listens(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=5):
            return True
    except OSError:
        return False


def _free() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


def nginx() -> str:
    """Debian keeps it where only root looks."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if not program:
        raise RuntimeError("nginx was not found. On Debian or Ubuntu: apt-get install nginx-light")
    return program


@contextlib.contextmanager
def serving(many: int, address: str, port: int, base: str = "") -> Iterator[Replicas]:
    """Replicas that serve until the block ends; port 0 takes any that is free."""
    with tempfile.TemporaryDirectory(prefix="eap-monitor-") as folder:
        Path(folder).chmod(0o711)  # nginx started by root works as nobody in folders of its own
        replicas = Replicas(many, address, port or _free(), Path(folder), base)
        try:
            replicas.start()
            yield replicas
        finally:
            replicas.stop()


def main() -> None:
    reading = argparse.ArgumentParser(prog="python -m deploy.replicas", description=__doc__)
    reading.add_argument("--many", type=int, default=2)
    reading.add_argument("--address", default=HERE)
    reading.add_argument("--port", type=int, default=8501)
    reading.add_argument("--base", default="", help="the sub-path below which all is served")
    options = reading.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        address = HERE if options.address == "localhost" else options.address
        with serving(options.many, address, options.port, options.base) as replicas:
            print(f"{options.many} servers are at {replicas.url} (Ctrl+C ends them).", flush=True)
            while True:
                time.sleep(1)
                replicas.go_on()
    except KeyboardInterrupt:
        pass
    except RuntimeError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
