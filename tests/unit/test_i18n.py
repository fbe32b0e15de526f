"""Words, numbers and days as a reader of each language meets them."""

import math
import threading
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from i18n import (
    LANGUAGES,
    N_,
    NN_,
    NO_DATA,
    accepted,
    catalogue,
    day,
    ended,
    labelled,
    language,
    number,
    offered,
    parted,
    percent,
    sentences,
    t,
    tn,
    use,
)

HARD = "\N{NO-BREAK SPACE}"
UKRAINIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Overview"
msgstr "Огляд"

msgid "{done} of {all}"
msgstr "{all}, з них {done}"

msgid "As of {day}"
msgstr "Станом на {дата}"

msgctxt "a date"
msgid "Due"
msgstr "Строк"

msgctxt "a count"
msgid "Due"
msgstr "Строк настав"

msgid "{count} plan"
msgid_plural "{count} plans"
msgstr[0] "{count} план"
msgstr[1] "{count} плани"
msgstr[2] "{count} планів"
"""


@pytest.fixture(autouse=True)
def english():
    use("en")
    yield
    use("en")


@pytest.fixture
def in_ukrainian(tmp_path, monkeypatch):
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(UKRAINIAN, encoding="utf-8")
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    use("uk")


def test_a_reader_starts_in_english():
    assert language() == "en"


def test_every_language_names_itself():
    assert next(iter(LANGUAGES)) == "en"
    assert LANGUAGES["ka"] == "ქართული"


def test_an_unknown_language_names_the_nearest():
    with pytest.raises(ValueError, match=r"“uka” is not a language of the monitor\. Try uk"):
        use("uka")


def test_a_language_that_is_like_no_other_names_them_all():
    with pytest.raises(ValueError, match="Try en, uk, hy, az, be, ka, ro"):
        use("xxxx")


def test_one_readers_language_is_not_anothers():
    heard = []
    use("ka")
    other = threading.Thread(target=lambda: heard.append(language()))
    other.start()
    other.join()
    assert (language(), heard) == ("ka", ["en"])


def test_a_sentence_is_said_in_the_readers_language(in_ukrainian):
    assert t("Overview") == "Огляд"


def test_a_translation_may_turn_the_placeholders_round(in_ukrainian):
    assert t("{done} of {all}", done=3, all=8) == "8, з них 3"


def test_a_sentence_without_translation_stays_english(in_ukrainian):
    assert t("Delays") == "Delays"


def test_a_translation_with_a_broken_placeholder_gives_way_to_english(in_ukrainian):
    assert t("As of {day}", day="1 May 2020") == "As of 1 May 2020"


def test_a_language_without_a_catalogue_speaks_english(in_ukrainian):
    use("ro")
    assert t("Overview") == "Overview"


def test_languages_with_a_catalogue_are_offered(in_ukrainian):
    assert offered() == ("en", "uk")


@pytest.mark.parametrize(
    ("header", "spoken"),
    [
        ("uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        ("en-GB,en;q=0.9,uk;q=0.8", "en"),
        ("de, uk;q=0.7, en;q=0.3", "uk"),  # of what it likes, the first that we have
        ("ka, uk;q=0.1", "uk"),  # Georgian has no catalogue here
        ("en;q=0.2, UKR ; q=0.9", "uk"),
        ("uk;q=0, en", "en"),
        ("de-AT, *", None),
        ("uk;q=2, uk;q=x, ;;,", None),
        ("", None),
    ],
)
def test_the_browser_says_which_languages_its_reader_likes(in_ukrainian, header, spoken):
    assert accepted(header) == spoken


def test_a_sentence_that_ends_in_an_abbreviated_day_has_one_full_stop():
    assert t("Compiled on {day}.", day="25 лист. 2026 р.") == "Compiled on 25 лист. 2026 р."
    assert t("{day}. Then: {day}.", day="1 р.") == "1 р. Then: 1 р."
    assert t("{said} …", said="so.") == "so. …"


def test_a_marked_sentence_waits_for_its_reader(in_ukrainian):
    label = N_("Overview")
    assert (label, t(label)) == ("Overview", "Огляд")


def test_one_english_text_of_two_meanings_is_said_as_each(in_ukrainian):
    marked = N_("Due", context="a date")
    assert marked == "Due"
    assert (t(marked), t("Due", context="a count")) == ("Строк", "Строк настав")
    assert t("Due", context="another thing") == "Due"


def test_the_empty_sentence_is_not_the_catalogues_header(in_ukrainian):
    assert t("") == ""


def test_braces_in_a_sentence_without_values_are_left_alone():
    assert t("{}") == "{}"


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 plan"), (0, "0 plans"), (2, "2 plans"), (1200, "1,200 plans")]
)
def test_english_knows_one_and_many(count, text):
    assert tn("{count} plan", "{count} plans", count) == text


@pytest.mark.parametrize(("count", "text"), [(1, "1 план"), (3, "3 плани"), (5, "5 планів")])
def test_ukrainian_knows_one_few_and_many(in_ukrainian, count, text):
    assert tn("{count} plan", "{count} plans", count) == text


def test_a_marked_pair_waits_for_its_count(in_ukrainian):
    plans = NN_("{count} plan", "{count} plans")
    assert tn(*plans, 3) == "3 плани"


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0, 0, "0"),
        (1234567, 0, "1,234,567"),
        (10.0, 1, "10.0"),  # left alone Babel would write 10
        (0.5, 0, "1"),  # halves go away from zero, as with a pencil
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (-0.01, 1, "0.0"),  # there is no minus zero
        (1.005, 2, "1.01"),  # the figure as it is written, not its binary neighbour
        (Decimal("3.14159"), 3, "3.142"),
        (np.float64(7), 0, "7"),
        (np.int64(7), 0, "7"),
    ],
)
def test_a_number_keeps_its_decimals(value, decimals, written):
    assert number(value, decimals) == written


@pytest.mark.parametrize(
    "nothing", [None, math.nan, math.inf, -math.inf, pd.NA, pd.NaT, np.nan, "", "many", True, 1e40]
)
def test_what_is_no_number_is_a_dash(nothing):
    assert number(nothing) == NO_DATA == "–"
    assert percent(nothing) == NO_DATA


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [
        (0.5343, 0, f"53{HARD}%"),
        (0.5343, 1, f"53.4{HARD}%"),
        (0, 0, f"0{HARD}%"),
        (1, 1, f"100.0{HARD}%"),
        (0.285, 0, f"29{HARD}%"),
        (-0.001, 0, f"0{HARD}%"),
        (12.5, 0, f"1,250{HARD}%"),
    ],
)
def test_a_share_is_written_as_a_percentage(share, decimals, written):
    assert percent(share, decimals) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "1,234.5"),
        ("uk", f"1{HARD}234,5"),
        ("az", "1.234,5"),
        ("ro", "1.234,5"),
        ("ka", f"1{HARD}234,5"),
    ],
)
def test_each_language_writes_numbers_its_own_way(code, written):
    use(code)
    assert number(1234.5, 1) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "31 Dec 2022"),
        ("uk", "31 груд. 2022\N{NARROW NO-BREAK SPACE}р."),
        ("az", "31 dek 2022"),
        ("ka", "31 დეკ. 2022"),
        ("ro", "31 dec. 2022"),
    ],
)
def test_each_language_names_the_month(code, written):
    use(code)
    assert day(date(2022, 12, 31)) == written


@pytest.mark.parametrize("moment", [datetime(2022, 12, 31, 23, 59), pd.Timestamp("2022-12-31")])
def test_the_hour_is_left_out_of_a_day(moment):
    assert day(moment) == "31 Dec 2022"


@pytest.mark.parametrize("nothing", [None, pd.NaT, pd.NA, math.nan, "2022-12-31"])
def test_what_is_no_day_is_a_dash(nothing):
    assert day(nothing) == NO_DATA


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        *((0.0025, 0, "< 1 %"), (0.0025, 1, "0.3 %"), (0.0004, 1, "< 0.1 %"), (1, 0, "100 %")),
        *((0.9975, 0, "> 99 %"), (0.9996, 1, "> 99.9 %"), (0, 0, "0 %"), (0.005, 0, "1 %")),
        *((1e-12, 0, "0 %"), (1.002, 0, "100 %")),
    ],
)  # fmt: skip
def test_a_share_that_is_neither_none_nor_all_is_never_written_so(share, decimals, text):
    assert percent(share, decimals).replace("\u00a0", " ") == text


def test_the_end_of_a_range_is_rounded_like_its_beginning():
    assert percent(0.9975, end=True).replace("\u00a0", " ") == "100 %"


def test_names_parts_and_sentences_are_joined_by_the_marks_of_the_language():
    joined = {}
    for code in ("en", "hy"):
        use(code)
        joined[code] = [
            labelled("a", 1), parted(["a 1, b", "", "c"]), sentences(["A", "B"]), ended("A"),
        ]  # fmt: skip
    use("en")
    assert joined["en"] == ["a: 1", "a 1, b; c", "A. B", "A."]
    assert joined["hy"] == ["a՝ 1", "a 1, b․ c", "A։ B", "A։"]
