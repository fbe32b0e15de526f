"""What whoever runs a server copies from deploy/ says what the code understands."""

import re
import shlex
import subprocess
from configparser import ConfigParser

import pytest
import yaml

from analytics.__main__ import _parser
from deploy.replicas import BROTLI, HERE, NGINX, Replicas, nginx
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
    asked = _parser().parse_args(arguments)
    assert (asked.command, asked.file) == ("publish", "${MONITOR_DATASET}")


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
    asked = {server[probe]["httpGet"]["path"] for probe in ("readinessProbe", "livenessProbe")}
    assert asked == {f"/{probe}" for probe in PROBES}
    # Else the cluster's own variables would be taken for settings of ours.
    assert pods["enableServiceLinks"] is False


def test_the_cluster_s_refresh_is_a_command_we_have():
    [job] = [one for one in kubernetes() if one["kind"] == "CronJob"]
    [container] = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    assert _parser().parse_args(container["command"][3:]).command == "publish"


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
    asked = [nginx(), "-t", "-p", tmp_path, "-c", "nginx.conf", "-e", "log"]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "[warn]" not in ran.stderr


def test_what_is_set_is_a_setting():
    named = set(re.findall(r"MONITOR_\w+", (DEPLOY / "monitor.env").read_text(encoding="utf-8")))
    for one in kubernetes():
        named |= set(one["data"]) if one["kind"] == "ConfigMap" else set()
    assert {f"MONITOR_{field.upper()}" for field in Settings.model_fields} >= named
