"""A change of the English reaches every catalogue, and nothing of it is lost on the way."""

import json

import pytest

from tools.words import main

POT = """
#: pages/a.py
msgid "As of {day}"
msgstr ""

#: pages/a.py
msgid "Unfinished after the due date, all plans"
msgstr ""

#: pages/b.py
msgid "Brand new"
msgstr ""

#: pages/b.py
msgid "{count} plan"
msgid_plural "{count} plans"
msgstr[0] ""
msgstr[1] ""
"""
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "As of {day}"
msgstr "Станом на {day}"

msgid "Unfinished after the due date, all plan"
msgstr "Не завершено після строку, усі плани"

msgid "Gone"
msgstr "Нема"
"""


@pytest.fixture
def locales(tmp_path):
    (tmp_path / "messages.pot").write_text(POT, encoding="utf-8")
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(PO, encoding="utf-8")
    return tmp_path


def po(locales):
    return (locales / "uk" / "LC_MESSAGES" / "messages.po").read_text(encoding="utf-8")


def test_what_left_the_code_goes_what_stayed_stays_what_changed_is_marked(locales, capsys):
    assert main([], locales) == 1
    text = po(locales)
    assert "Gone" not in text
    assert 'msgid "As of {day}"\nmsgstr "Станом на {day}"' in text
    assert "#, fuzzy" in text
    output = capsys.readouterr().out
    assert output.startswith("uk Українська: 1 of 4 sentences\n")
    assert "“Brand new” is not translated" in output
    assert "“{count} plan” is not translated" in output
    assert "much like it was “Не завершено після строку, усі плани”" in output


def test_a_second_time_changes_nothing(locales):
    main([], locales)
    first = po(locales)
    main([], locales)
    assert po(locales) == first


def test_what_is_open_is_written_filled_in_and_taken_over(locales, tmp_path, capsys):
    todo = tmp_path / "todo.json"
    main(["--open", str(todo)], locales)
    todo_read = json.loads(todo.read_text(encoding="utf-8"))
    assert todo_read == {
        "uk": {
            "Unfinished after the due date, all plans": "Не завершено після строку, усі плани",
            "Brand new": "",
            "{count} plan": ["", "", ""],
        }
    }
    todo_read["uk"]["Brand new"] = "Новісіньке"
    todo_read["uk"]["{count} plan"] = ["{count} план", "{count} плани", "{count} планів"]
    todo_read["uk"]["Not there"] = "Немає"
    todo.write_text(json.dumps(todo_read), encoding="utf-8")
    assert main(["--put", str(todo)], locales) == 0
    assert "fuzzy" not in po(locales)
    assert 'msgstr[2] "{count} планів"' in po(locales)
    assert "“Not there” is not in the code" in capsys.readouterr().out


MEANT = """
#: pages/a.py
msgctxt "a date"
msgid "Due"
msgstr ""

#: pages/b.py
msgctxt "a count"
msgid "Due"
msgstr ""
"""


def test_two_meanings_of_one_english_text_are_two_to_translate(locales, tmp_path):
    (locales / "messages.pot").write_text(MEANT, encoding="utf-8")
    todo = tmp_path / "todo.json"
    assert main(["--open", str(todo)], locales) == 1
    assert json.loads(todo.read_text(encoding="utf-8")) == {
        "uk": {"Due [a date]": "", "Due [a count]": ""}
    }
    filled = {"uk": {"Due [a date]": "Строк", "Due [a count]": "Настав строк"}}
    todo.write_text(json.dumps(filled), encoding="utf-8")
    assert main(["--put", str(todo)], locales) == 0
    assert 'msgctxt "a date"\nmsgid "Due"\nmsgstr "Строк"' in po(locales)
    assert 'msgctxt "a count"\nmsgid "Due"\nmsgstr "Настав строк"' in po(locales)
