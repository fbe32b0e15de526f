"""What whoever runs a server copies from deploy/ says what the code understands."""

import http.client
import re
import shlex
import socket
import ssl
import subprocess
import time
from configparser import ConfigParser
from contextlib import closing

import pytest
import trustme
import yaml

from analytics.arguments import parser_of_commands
from deploy.replicas import BROTLI, HERE, NGINX, Replicas, _free, nginx
from settings import Settings
from tests.house.shipped import ROOT
from ui.serving.health import PROBES

DEPLOY = ROOT / "deploy"


def unit(name):
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / name, encoding="utf-8")
    return parser


def test_the_nightly_command_is_one_the_command_line_knows():
    _, module, name, *arguments = shlex.split(
        unit("eap-monitor-refresh.service")["Service"]["ExecStart"]
    )
    assert (module, name) == ("-m", "analytics")
    options = parser_of_commands().parse_args(arguments)
    assert (options.command, options.file) == ("publish", "${MONITOR_DATASET}")


@pytest.mark.parametrize("timer", sorted(path.name for path in DEPLOY.glob("*.timer")))
def test_every_timer_has_its_service(timer):
    assert (DEPLOY / timer).with_suffix(".service").is_file()
    assert unit(timer)["Install"]["WantedBy"] == "timers.target"


def test_a_server_is_started_as_make_run_starts_it():
    started = unit("eap-monitor@.service")["Service"]["ExecStart"]
    assert "/.venv/bin/streamlit run server.py --server.port %i " in started
    container = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert '"streamlit", "run", "server.py"' in container


def kubernetes():
    return list(yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text(encoding="utf-8")))


def test_the_cluster_asks_what_the_server_answers():
    [pods] = [
        one["spec"]["template"]["spec"] for one in kubernetes() if one["kind"] == "Deployment"
    ]
    [server] = pods["containers"]
    names = {server[probe]["httpGet"]["path"] for probe in ("readinessProbe", "livenessProbe")}
    assert names == {f"/{probe}" for probe in PROBES}
    # Else the cluster's own variables would be taken for settings of ours.
    assert pods["enableServiceLinks"] is False


def test_the_cluster_s_refresh_is_a_command_we_have():
    [job] = [one for one in kubernetes() if one["kind"] == "CronJob"]
    [container] = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    assert parser_of_commands().parse_args(container["command"][3:]).command == "publish"


def test_what_compose_mounts_is_there():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    for service in compose["services"].values():
        for mount in service["volumes"]:
            source = mount.split(":")[0]
            assert not source.startswith(".") or (DEPLOY / source).exists()
    for name in ("compose.conf", "site.conf"):
        included = re.findall(r"include \S*/(\w+\.conf);", (NGINX / name).read_text("utf-8"))
        assert len(included) >= 3
        assert all((NGINX / one).is_file() for one in included)


@pytest.mark.parametrize("packing", ["gzip", *(["brotli"] if BROTLI.is_file() else [])])
def test_nginx_takes_the_configuration(tmp_path, packing):
    replicas = Replicas(2, HERE, 18501, tmp_path, ports=[18502, 18503])
    (tmp_path / "nginx.conf").write_text(replicas.configuration(packing), encoding="utf-8")
    command = [nginx(), "-t", "-p", tmp_path, "-c", "nginx.conf", "-e", "log"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "[warn]" not in ran.stderr


def test_what_is_set_is_a_setting():
    named = set(re.findall(r"MONITOR_\w+", (DEPLOY / "monitor.env").read_text(encoding="utf-8")))
    for one in kubernetes():
        named |= set(one["data"]) if one["kind"] == "ConfigMap" else set()
    assert {f"MONITOR_{field.upper()}" for field in Settings.model_fields} >= named


def test_the_site_is_served_over_https_and_plain_http_leads_there(tmp_path):
    """deploy/nginx/site.conf as it stands, with ports, places and a certificate of the test's."""
    plain, secure = _free(), _free()
    authority, site = trustme.CA(), "monitor.example.org"
    certificate = authority.issue_cert(site)
    certificate.cert_chain_pems[0].write_to_path(tmp_path / "fullchain.pem")
    certificate.private_key_pem.write_to_path(tmp_path / "privkey.pem")
    text = (NGINX / "site.conf").read_text(encoding="utf-8")
    for there, here in {
        "/opt/eap-monitor": str(ROOT),
        f"/etc/letsencrypt/live/{site}": str(tmp_path),
        "/var/cache/nginx/eap-monitor": str(tmp_path / "kept"),
        "listen 80;": f"listen {HERE}:{plain};",
        "listen [::]:80;": "",
        "listen 443 ": f"listen {HERE}:{secure} ",
        "listen [::]:443 ssl http2;": "",
    }.items():
        assert there in text
        text = text.replace(there, here)
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; events {{}} http {{ access_log off;\n{text}\n}}"
    )
    with subprocess.Popen([nginx(), "-p", tmp_path, "-c", "nginx.conf", "-e", "log"]) as running:
        try:
            trusting = ssl.create_default_context()
            authority.configure_trust(trusting)
            with closing(http.client.HTTPConnection(HERE, plain)) as line:
                led = _answer_of(line, site)
                led.close()
            assert (led.status, led.headers["location"]) == (301, f"https://{site}/delays")
            with (
                socket.create_connection((HERE, secure)) as bare,
                trusting.wrap_socket(bare, server_hostname=site) as line,
            ):
                line.sendall(f"GET / HTTP/1.1\r\nHost: {site}\r\n\r\n".encode())
                first = line.recv(4096).decode()
            # No server stands behind it: a sentence, not nginx's own page.
            assert first.startswith("HTTP/1.1 50")
            assert "This page looks again" in first
        finally:
            running.terminate()


def _answer_of(connection, site):
    for _ in range(50):
        try:
            connection.request("GET", "/delays", headers={"Host": site})
            return connection.getresponse()
        except OSError:
            connection.close()
            time.sleep(0.1)
    raise AssertionError("nginx does not answer.")
