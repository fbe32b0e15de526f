"""Bring every language's catalogue up to the sentences of the code, and say what is left to do.

    python -m tools.words                     after `make words` has collected the sentences
    python -m tools.words --open todo.json    write what is to be translated, to be filled in
    python -m tools.words --put todo.json     take over what was filled in

A sentence that left the code leaves the catalogues. A new one is empty; where it is much like one
that left, it brings the old translation, marked fuzzy: not shown to readers until somebody has
looked at it and taken the mark away. `--open` writes {language: {English: translation}}, a sentence
that counts as a list of its forms; one of several meanings has the meant one behind it in brackets.
tests/house fails as long as anything is left.
"""

import argparse
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from i18n import LANGUAGES
from tools.translations import LOCALES, Key, Texts, exceptions, faults

SHOWN = 12
"""Sentences left to do that are shown a language; the rest is counted."""
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: EaP Open Government Monitor\\n"
"Language: {code}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@dataclass(frozen=True, slots=True)
class Open:
    """A sentence of one language that is not right yet, and why."""

    code: str
    key: Key
    texts: Texts
    why: str

    def __str__(self) -> str:
        return f"“{self.key}” {self.why}"


def path_of(code: str, locales: Path = LOCALES) -> Path:
    """Where a language's catalogue lies."""
    return locales / code / "LC_MESSAGES" / "messages.po"


def there(locales: Path = LOCALES) -> list[str]:
    """The languages that have a catalogue."""
    return [code for code in LANGUAGES if path_of(code, locales).is_file()]


def template(locales: Path = LOCALES) -> Catalog:
    """The sentences of the code."""
    with (locales / "messages.pot").open("rb") as lines:
        return read_po(lines)


def catalogue(code: str, locales: Path = LOCALES) -> Catalog:
    """One language as it lies there."""
    with path_of(code, locales).open("rb") as lines:
        return read_po(lines, locale=code)


def merged(code: str, locales: Path = LOCALES) -> Catalog:
    """A catalogue with exactly the sentences of the code, in their order."""
    fresh = catalogue(code, locales)
    fresh.update(template(locales), update_creation_date=False)
    fresh.obsolete.clear()
    for message in sentences(fresh):
        if isinstance(message.id, tuple) and not any(message.string or ()):
            message.string = ("",) * fresh.num_plurals  # Babel takes two, as English has
    return fresh


def written(fresh: Catalog) -> str:
    """A catalogue as text, the same for the same content."""
    out = io.BytesIO()
    write_po(out, fresh, width=0, omit_header=True, include_lineno=False)
    header = HEADER.format(code=fresh.locale_identifier, plurals=fresh.plural_forms)
    return header + out.getvalue().decode("utf-8").lstrip("\n")


def left_to_do(fresh: Catalog, code: str) -> Iterator[Open]:
    """Every sentence that is missing, marked fuzzy or wrong."""
    allowed = exceptions()
    for message in sentences(fresh):
        english, texts = _texts(message.id), _texts(message.string or "")
        if message.fuzzy:
            why = f"is new or changed; much like it was “{_first(texts)}”"
            yield Open(code, key(message), texts, why)
            continue
        for why in faults(english, texts, allowed.get((code, key(message)), frozenset())):
            yield Open(code, key(message), texts, why)


def put(fresh: Catalog, filled: Mapping[Key, Texts]) -> list[str]:
    """Take over translations by their English sentence; those the code does not have come back."""
    by_key = {key(message): message for message in sentences(fresh)}
    for english, texts in filled.items():
        if english in by_key and any(texts if isinstance(texts, str) else map(str.strip, texts)):
            by_key[english].string = texts if isinstance(texts, str) else tuple(texts)
            by_key[english].flags.discard("fuzzy")
    return [english for english in filled if english not in by_key]


def sentences(fresh: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in fresh if message.id)


def key(message: Message) -> Key:
    """What a sentence is looked up by: `Overview`, or of several meanings `Due [a date]`."""
    first = _first(_texts(message.id))
    return f"{first} [{message.context}]" if message.context else first


def main(arguments: list[str] | None = None, locales: Path = LOCALES) -> int:
    """Merge, report a line a language; status 1 where anything is left to do."""
    parser = argparse.ArgumentParser(prog="python -m tools.words", description=__doc__)
    parser.add_argument("--open", type=Path, help="write what is to be translated into this file")
    parser.add_argument("--put", type=Path, help="take translations over from this file")
    given = parser.parse_args(arguments)
    filled = json.loads(given.put.read_text(encoding="utf-8")) if given.put else {}
    todo: dict[str, dict[Key, Texts]] = {}
    for code in there(locales):
        fresh = merged(code, locales)
        strangers = put(fresh, filled.get(code, {}))
        path_of(code, locales).write_text(written(fresh), encoding="utf-8", newline="\n")
        todo[code] = _report(fresh, code, strangers)
    if given.open:
        text = json.dumps(todo, ensure_ascii=False, indent=1)
        given.open.write_text(f"{text}\n", encoding="utf-8")
    return int(any(todo.values()))


def _report(fresh: Catalog, code: str, strangers: list[str]) -> dict[Key, Texts]:
    left = list(left_to_do(fresh, code))
    todo = {one.key: one.texts for one in left}
    count = sum(1 for _ in sentences(fresh))
    print(f"{code} {LANGUAGES[code]}: {count - len(todo)} of {count} sentences")
    for line in [*map(str, left[:SHOWN]), *(f"“{one}” is not in the code" for one in strangers)]:
        print(f"    {line}")
    if len(left) > SHOWN:
        print(f"    … and {len(left) - SHOWN} more")
    return todo


def _texts(value: object) -> Texts:
    return value if isinstance(value, str) else tuple(map(str, value))  # type: ignore[call-overload]


def _first(texts: Texts) -> str:
    return texts if isinstance(texts, str) else texts[0]


if __name__ == "__main__":
    main()
