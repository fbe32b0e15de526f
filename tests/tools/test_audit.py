"""What the audit says of flaws, and of what it could not look up."""

import json

import pytest

from tools.audit import outcome

FLAW = {"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}


def written(*dependencies):
    return json.dumps({"dependencies": dependencies, "fixes": []})


def test_a_flaw_is_named_with_the_version_that_has_it_no_more():
    report = outcome(written({"name": "a", "version": "1.0", "vulns": [FLAW]}), 1)
    assert report.sentences()[0] == "a 1.0: PYSEC-1, fixed in 1.1"


def test_no_flaw_is_said_only_where_all_were_looked_up():
    clean = {"name": "a", "version": "1.0", "vulns": []}
    skipped = {"name": "b", "skip_reason": "not found"}
    assert outcome(written(clean), 1).sentences() == ["No known flaw in any of 1 libraries."]
    [sentence] = outcome(written(clean, skipped), 2).sentences()
    assert sentence.startswith("The advisories on 1 of 2 libraries could not be reached")


@pytest.mark.parametrize("broken", ["", "no network", "[]", "{}"])
def test_without_a_network_nothing_is_claimed(broken):
    [sentence] = outcome(broken, 50).sentences()
    assert sentence.startswith("The advisories on 50 of 50")
