"""Every catalogue that is there says every sentence of the code, and keeps what is in it."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.house.shipped import ROOT
from tools.translations import EQUAL, LONG, exceptions, faults, longest
from tools.words import catalogue, key, left_to_do, merged, path_of, sentences, template, there

HOW = "`make words FLAGS='--open todo.json'` writes what to translate, CONTRIBUTING.md says how."


def test_every_sentence_is_said_in_every_language():
    """Missing, fuzzy, other numbers or placeholders, English still, too long for its place."""
    left = [
        f"{path_of(code).relative_to(ROOT)}: {one}"
        for code in there()
        for one in left_to_do(merged(code), code)
    ]
    assert left == [], HOW


def test_a_catalogue_holds_the_sentences_of_the_code_and_no_others():
    """If this fails, `make words` brings them up to date."""
    wanted = {(one.context, one.id) for one in sentences(template())}
    for code in there():
        assert {(one.context, one.id) for one in sentences(catalogue(code))} == wanted, code


def test_no_line_ends_between_a_number_and_its_percent_sign():
    """The blank before the sign is hard, as `percent` writes it, and the same all through."""
    soft = re.compile(r"(?<=[\d}])(?: |\N{NARROW NO-BREAK SPACE})?%(?!\()")
    told = [
        f"{code}: {text}"
        for code in there()
        for message in sentences(catalogue(code))
        for text in ([message.string] if isinstance(message.string, str) else message.string)
        if soft.search(text)
    ]
    assert told == []


def test_every_exception_is_one():
    """A line of locales/exceptions.txt that is not needed goes."""
    allowed = exceptions()
    needed = set()
    for code in there():
        for message in sentences(catalogue(code)):
            for kind in allowed.get((code, key(message)), ()):
                rest = allowed[code, key(message)] - {kind}
                if list(faults(message.id, message.string, rest)):
                    needed.add((code, key(message), kind))
    spoken = set(there())
    assert {
        (code, english, kind)
        for (code, english), kinds in allowed.items()
        for kind in kinds
        if code in spoken
    } == needed


@pytest.mark.parametrize(
    ("english", "text", "told"),
    [
        ("As of {day}", "Станом на {дата}", "placeholders"),
        ("See `as_of`.", "Див. `на_день`.", "code"),
        ("**Two** of 3", "Двоє з 3", "bold"),
        ("Over 1,000 rows of 5", "Понад 1 000 рядків", "numbers"),
        ("A line\nand one", "Рядок і ще", "line breaks"),
        ("Overview", "", "not translated"),
        ("Overview", "Overview", "still English"),
        ("Delays", "Запізнення та все інше, що буває", "32 letters, its place holds 20"),
        ("of ", "з", "blank"),
        ("See https://a.org/", "Див. https://b.org/", "addresses"),
        ("{count} plan", ("{count} план", "{count} плани", "планів"), "plural"),
    ],
)
def test_what_a_translation_lost_is_told(english, text, told):
    forms = (english, f"{english}s") if isinstance(text, tuple) else english
    assert any(told in one for one in faults(forms, text)) or told == "plural"
    assert list(faults(forms, text)) != []


@pytest.mark.parametrize(
    ("english", "text", "allowed"),
    [
        ("As of {day}", "Станом на {day}", ()),
        ("Over 1,000 rows", "Понад 1\N{NO-BREAK SPACE}000 рядків", ()),
        ("{n} % of {all}", "{n} % of {all}", (EQUAL,)),
        ("{a}–{b}", "{a}–{b}", ()),  # nothing to translate
        ("Delays", "Запізнення та все інше", (LONG,)),
        ("Nothing here.", "Тут нема взагалі нічогісінько, повірте.", ()),  # a sentence wraps
        (("{count} plan", "{count} plans"), ("{count} план", "{count} плани"), ()),
    ],
)
def test_what_it_kept_is_let_pass(english, text, allowed):
    assert list(faults(english, text, frozenset(allowed))) == []


def test_a_label_may_grow_to_twice_its_length_and_a_short_one_by_fourteen_letters():
    assert [longest(text) for text in ("Data", "x" * 20, "x" * 30, "x" * 31)] == [18, 40, 60, None]


def test_each_language_has_its_own_plural_forms():
    """A catalogue's header says how many forms a counted sentence has; every one has as many."""
    for code in there():
        texts = catalogue(code)
        counted = [one for one in sentences(texts) if isinstance(one.id, tuple)]
        assert {len(one.string) for one in counted} == {texts.num_plurals}, code
        with path_of(code).open("rb") as lines:
            assert read_po(lines).plural_expr == texts.plural_expr, code
