"""A server gets ready by itself: nobody has opened a page here."""

import re
import time
import urllib.request

from tests.browser.harness import ROOT, SECONDS_TO_START, serving

ANSWERS = re.compile(
    r'^cache_lookups_total\{cache="ui\.shell\.cache\._of_all".*result="miss"\} (\d+)$', re.MULTILINE
)


def answers_ready(url: str) -> int:
    with urllib.request.urlopen(f"{url}/_stcore/metrics", timeout=10) as metrics:
        counted = ANSWERS.search(metrics.read().decode())
    return int(counted[1]) if counted else 0


def test_the_usual_answers_are_there_before_the_first_reader(tmp_path):
    with serving(ROOT / "server.py", tmp_path / "log.txt") as server:
        deadline = time.monotonic() + SECONDS_TO_START
        while answers_ready(server.url) < 20 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert answers_ready(server.url) >= 20
        assert server.complaints() == []
