"""What each room may hold."""

import ast
import re
import sys
from collections import Counter
from functools import partial
from importlib.metadata import packages_distributions

from tests.house import laws, text_laws
from tests.house.shipped import ROOMS, ROOT, modules, pages, texts, tree

TESTS = ROOT / "tests"
PAGE_LINES = 60
MODULE_LINES = 250
FOLDER_MODULES = 12
# Lists of definitions, read one entry at a time.
CATALOGUES = {
    "data/problems.py",
}
SMALL_MODULE = 40
# A door of its own for so little needs a reason.
SMALL_FOR_A_REASON = {
    "app.py": "the frame, which Streamlit runs",
    "analytics/forum/message.py": "what the forum makes, and slides and stage show",
    "analytics/query/period.py": "filters, widget and API read it, and filters are long",
    "api/public.py": "which dataset the API speaks of is said once",
    "exports/command.py": "the command line's only door to the exports",
    "exports/files/qr.py": "the only module that knows the library for codes",
    "ui/sections/data/sign_in.py": "all there is of signing in on a page",
    "ui/sections/gallery.py": "a section that is there only with pictures",
    "ui/sections/programme/targets_and_grants.py": "two pages show them alike",
    "ui/sections/overview/attention.py": "a section of its own on the overview",
    "ui/serving/as_set.py": "what may end the start, before anything is served",
    "ui/shell/printing.py": "every widget asks it whether it is on paper",
    "ui/shell/upload_room.py": "one count for all sessions",
}
TEXTS = (".py", ".sql", ".toml", ".css", ".js", ".html", ".svg")

# Links a reader may click and names that are only names. Nothing here is ever loaded.
LINKED_HOSTS = {
    "creativecommons.org",
    "example.org",  # kept free for examples, as of settings
    "www.example.org",
    "datapackage.org",  # the name of the profile of Data Packages
    "eeas.europa.eu",
    "eur-lex.europa.eu",
    "euneighbourseast.eu",
    "opengovpartnership.org",
    "www.ombudsman.europa.eu",
    "www.opengovpartnership.org",
    "www.w3.org",  # the name of the SVG and XML vocabularies
}


def too_long(paths, lines):
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{path.relative_to(ROOT)}: {n} lines" for path, n in counted.items() if n > lines]


def test_a_page_is_read_at_one_glance():
    assert too_long(pages(), PAGE_LINES) == []


def test_no_module_outgrows_its_room():
    told_as_a_story = [path for path in modules() if str(path.relative_to(ROOT)) not in CATALOGUES]
    assert too_long(told_as_a_story, MODULE_LINES) == []


def test_a_small_module_has_its_reason():
    small = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
        if path.name != "__init__.py" and path not in pages()
    }
    assert {path for path, n in small.items() if n < SMALL_MODULE} == set(SMALL_FOR_A_REASON)


def test_no_folder_holds_more_doors_than_one_can_look_over():
    everywhere = modules(*ROOMS, "tools", "bench", "deploy")
    rooms = Counter(path.parent for path in everywhere if path.name != "__init__.py")
    wide = {str(room.relative_to(ROOT)): n for room, n in rooms.items()}
    assert {room: n for room, n in wide.items() if n > FOLDER_MODULES} == {}


def test_pages_hold_no_arithmetic():
    assert laws.offences(laws.no_arithmetic, pages()) == []


def test_pages_reckon_and_format_nothing():
    assert laws.offences(laws.no_reckoning, pages()) == []


def test_questions_are_asked_below_the_exports():
    assert laws.offences(laws.no_sql, modules("pages", "ui", "exports", "api")) == []


def test_no_markup_passes_unescaped():
    assert laws.offences(laws.no_raw_html, modules()) == []


def test_words_of_readers_and_files_are_written_as_text():
    shown = [
        path
        for path in modules("pages", "ui")
        if path not in {ROOT / one for one in text_laws.WRITERS}
    ]
    promised = {name: one for path in modules("ui") for name, one in text_laws.promises(tree(path))}
    law = partial(text_laws.text_is_written_as_text, promised=promised)
    assert laws.offences(law, shown) == []


def test_one_module_writes_words_of_others():
    others = [
        path
        for path in modules("pages", "ui")
        if path not in {ROOT / one for one in text_laws.WRITERS}
    ]
    assert laws.offences(text_laws.only_the_writer_writes, others) == []


def test_names_say_what_a_thing_holds():
    paths = [*modules(), *modules("tools", "bench", "deploy")]
    assert laws.offences(laws.names_say_what_they_hold, paths) == []


def test_names_in_tests_say_so_too():
    """`told`, what a test is told, and `brought`, the file brought along, still stand in many."""
    offences = laws.offences(laws.names_say_what_they_hold, sorted(TESTS.rglob("*.py")))
    assert [one for one in offences if not one.endswith((" told", " brought"))] == []


def test_translators_find_every_sentence():
    assert laws.offences(laws.words_are_found, modules()) == []


def test_every_placeholder_is_named_and_filled():
    assert laws.offences(laws.placeholders_are_filled, modules()) == []


def test_every_room_has_its_sign():
    assert [room for room in ROOMS if not (ROOT / room / "__init__.py").is_file()] == []


def test_shipped_code_names_no_host_but_those_a_reader_may_click():
    strangers = [
        f"{path}: {host}"
        for path, text in texts(*TEXTS)
        if path.parts[0] in (*ROOMS, "app.py", "server.py", ".streamlit")
        for host in re.findall(r"(?:https?|wss?)://([\w.-]+\.[a-z]+)", text)
        if host not in LINKED_HOSTS and not host.endswith(".invalid")  # RFC 6761: is nobody's
    ]
    assert strangers == []


def test_what_is_imported_is_required_and_what_is_required_is_imported():
    required = set(re.findall(r"^([\w-]+)==", (ROOT / "requirements.in").read_text(), re.M))
    ours = {*ROOMS, "app", *sys.stdlib_module_names}
    distributions = packages_distributions()
    imported = {
        distributions[name][0].lower().replace("_", "-")
        for path in modules()
        for name in imports(tree(path)) - ours
    }
    assert imported == required


def imports(module):
    plain = [alias.name for n in ast.walk(module) if isinstance(n, ast.Import) for alias in n.names]
    froms = [n.module for n in ast.walk(module) if isinstance(n, ast.ImportFrom) and n.level == 0]
    return {name.split(".")[0] for name in plain + froms}
