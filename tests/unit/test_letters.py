"""Small letters, capitals and the alphabet, by the rules of each language."""

import pytest

import i18n
from i18n import LANGUAGES, capital, in_order, lowered, quarter, use


@pytest.fixture(autouse=True)
def english():
    yield
    use("en")


@pytest.mark.parametrize(
    ("code", "label", "within"),
    [
        ("en", "Not participating", "not participating"),
        ("en", "IRM report", "IRM report"),
        ("en", "", ""),
        ("az", "İcra", "icra"),
        ("az", "Islahat", "ıslahat"),
        ("az", "OGP", "OGP"),
        ("uk", "Їхній план", "їхній план"),
        ("ka", "გეგმა", "გეგმა"),
    ],
)
def test_a_label_within_a_sentence(code, label, within):
    use(code)
    assert lowered(label) == within


@pytest.mark.parametrize(
    ("code", "text", "begun"),
    [("en", "sheet 1", "Sheet 1"), ("az", "icra", "İcra"), ("ka", "გეგმა", "გეგმა"), ("en", "", ""),
     ("hy", "ծրագիր", "Ծրագիր")],
)  # fmt: skip
def test_the_beginning_of_a_sentence(code, text, begun):
    use(code)
    assert capital(text) == begun


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_an_alphabet_that_writes_its_name(code):
    use(code)
    places, _ = in_order(LANGUAGES[code])
    assert {script for script, _ in places} == {2}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", "“Aid” · 10 · 2 · Aid · aids · Éire · Energy · Zug · Київ"),
        ("uk", "Гай · Ґанок · Дім · Єва · Жито · Зуб · Ива · Ідол · Їжак · Йод · Щур · Юг · Яр"),
        ("be", "Ева · Ёлка · Зуб · Ігар · Йог · Уладзімір · Ўзор · Цэнтр · Ыр · Эра · Яма"),
        ("az", "Çay · Dağ · Ev · Əl · Fil · Hal · Xal · Ilıq · İl · Qol · Lal · Öz · Şam · Üz"),
        ("ro", "Ana · Ăla · Âna · Ban · Ida · Înalt · Sat · Șah · Tot · Țap · Zid"),
        ("ka", "აბი · გზა · ვაზი · თოვლი · ჟამი · შვილი · ხე · ჯარი · ჰა"),
        (
            "hy",
            "Ազգ · Բան · Եվա · Զին · Էջ · Ընկեր · Թուղթ · Ուս · Չափ · Ջուր · Ռադիո · Սար",
        ),
    ],
)
def test_names_stand_by_the_alphabet_of_the_language(code, names):
    use(code)
    wanted = names.split(" · ")
    assert sorted(reversed(wanted), key=in_order) == wanted


def test_a_quarter_is_said_in_every_language():
    texts = {}
    for code in LANGUAGES:
        use(code)
        texts[code] = quarter("2019-Q3")
        assert quarter("none") == "none"
        assert quarter("2019-Q7") == "2019-Q7"
    assert texts["en"] == "2019 Q3"
    assert all("2019" in one for one in texts.values())
    use("en")
    assert i18n.territory("FRA", "France") == "France"
