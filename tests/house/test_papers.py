"""README, decisions, pins: what they say of the project is so."""

import re

import pytest

from tests.house.shipped import ROOT, texts

# The start of a path on somebody's own machine, not a part of a longer path or an address.
# Where deploy/ puts the monitor on a server is everybody's, not somebody's.
OWN_MACHINE = re.compile(r"(?<![\w./:~-])/(?:home|root|work|opt(?!/eap-monitor\b)|Users)/\w+")
PIN = re.compile(r"[a-z0-9._-]+==[\w.]+( ; .+)?")
WORDS = (".py", ".md", ".toml", ".txt", ".in", ".cfg", ".sql", ".css", ".po", ".pot")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name):
    return [line for line in read(name).splitlines() if not line.startswith("#")]


def direct(name):
    return re.findall(r"^([\w-]+==\S+)", read(name), re.M)


def test_every_command_of_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))
    shown = re.findall(r"`[^`\n]+`|^    .+", read("README.md"), re.M)
    names = set(re.findall(r"\bmake ([a-z]+)", " ".join(shown)))
    assert {"run", "test"} <= names
    assert names <= targets


def test_every_file_the_readme_points_at_is_there():
    links = re.findall(r"\]\(([^)#]+)\)", read("README.md"))
    inside = [link for link in links if not link.startswith("http")]
    assert inside
    assert [link for link in inside if not (ROOT / link).exists()] == []


TREE = re.compile(r"^\| (`\w+[/.].*?) \| (.*) \|$", re.M)


def tree_of(name):
    """The folders and files each line of a README's tree begins with, and those it names inside."""
    return [
        (re.findall(r"`([^`]+)`", first), re.findall(r"`(\w+)`", rest))
        for first, rest in TREE.findall(read(name))
    ]


@pytest.mark.parametrize(
    "told", [r"^    .+$", r"\]\(((?!README|docs/images/stage)[^)]+)\)", r"^#+ "]
)
def test_both_readmes_name_the_same_commands_links_and_chapters(told):
    english, ukrainian = (
        re.findall(told, read(name), re.M) for name in ("README.md", "README.uk.md")
    )
    assert sorted(english) == sorted(ukrainian) != []


def test_the_tree_is_the_same_in_both_readmes():
    assert tree_of("README.md") == tree_of("README.uk.md") != []


def test_the_tree_names_every_folder_of_ours():
    ours = [path.parts for path, _ in texts(*WORDS)]
    folders = {parts[0] for parts in ours if len(parts) > 1 and not parts[0].startswith(".")}
    named = {part for parts, _ in tree_of("README.md") for part in parts}
    assert {f"{folder}/" for folder in folders} <= named
    assert [part for part in named if not (ROOT / part).exists()] == []


@pytest.mark.parametrize("room", ["ui", "exports", "analytics"])
def test_the_tree_names_every_folder_of_a_room(room):
    [inside] = [inside for parts, inside in tree_of("README.md") if f"{room}/" in parts]
    there = [path.parent.name for path in (ROOT / room).glob("*/__init__.py")]
    assert sorted(inside) == sorted(there)


STEP = re.compile(r"^\d\. `([\w/]+\.\w+)`(.*)$", re.M)
"""A step of a recipe in CONTRIBUTING.md: the file to touch, and what to do there."""


@pytest.mark.parametrize(("path", "step"), STEP.findall(read("CONTRIBUTING.md")))
def test_a_recipe_names_what_is_there(path, step):
    text = read(path)
    names = re.findall(r"`(_?[A-Z]\w*|\w+_\w+)`", step)
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


RECIPE = re.compile(r"^(One|Two|Three|Four|Five) files?\b.*?(?=^## |\Z)", re.M | re.S)
"""What stands of a recipe from the number of its files on."""


def test_a_recipe_has_a_step_for_every_file_it_counts():
    recipes = list(RECIPE.finditer(read("CONTRIBUTING.md")))
    told = [("One", "Two", "Three", "Four", "Five").index(one[1]) + 1 for one in recipes]
    steps = [len(re.findall(r"^\d\. `", one[0], re.M)) or 1 for one in recipes]
    assert steps == told != []


def test_every_direct_dependency_has_its_reason():
    reasons = read("docs/decisions.md").lower()
    names = [pin.split("==")[0] for pin in direct("requirements.in")]
    assert names
    assert [name for name in names if f"**{name}**" not in reasons] == []


def test_every_version_is_pinned_and_no_registry_is_named():
    for name in (
        *("requirements.txt", "requirements-signin.txt"),
        *("requirements-dev.txt", "requirements-bench.txt"),
    ):
        assert pins(name)
        assert [line for line in pins(name) if not PIN.fullmatch(line)] == []


def test_the_pins_hold_what_was_asked_for():
    assert set(direct("requirements.in")) <= set(pins("requirements.txt"))
    assert set(direct("requirements-signin.in")) <= set(pins("requirements-signin.txt"))
    assert set(direct("requirements-dev.in")) <= set(pins("requirements-dev.txt"))
    assert set(direct("requirements-bench.in")) <= set(pins("requirements-bench.txt"))


def test_the_tests_run_on_the_versions_that_are_shipped():
    assert set(pins("requirements.txt")) <= set(pins("requirements-signin.txt"))
    assert set(pins("requirements-signin.txt")) <= set(pins("requirements-dev.txt"))


def test_no_file_leads_to_somebodys_own_machine():
    ours = texts(*WORDS, "Makefile", ".ci/run")
    places = [f"{path}: {place}" for path, text in ours for place in OWN_MACHINE.findall(text)]
    assert places == []
