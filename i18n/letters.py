"""Letters as the reader's language writes and orders them: small, capital, by the alphabet."""

import unicodedata
from collections.abc import Mapping

from i18n.catalogue import language

# Letters of each alphabet in its order, as CLDR has it; a language is written with one of them.
# Others follow by their base letter (é as e), whole other scripts after the language's own.
_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_ALPHABETS: Mapping[str, str] = {
    "en": _LATIN,
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "hy": "ա բ գ դ ե և զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ",
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
    "be": "а б в г ґ д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "ka": "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
}
_PLACES = {
    code: {letter: place for place, letter in enumerate(letters.split())}
    for code, letters in _ALPHABETS.items()
}
_UNCASED = {"ka"}  # Georgian has capitals in Unicode, and sets no sentence with them
_SMALL = {"az": str.maketrans({"I": "ı", "İ": "i"})}
_CAPITAL = {"az": str.maketrans({"i": "İ", "ı": "I"})}


def lowered(text: str) -> str:
    """A label as it stands within a sentence: its first letter small, abbreviations untouched."""
    first, rest = text[:1], text[1:]
    if first.isupper() and rest[:1].isupper():
        return text
    return first.translate(_SMALL.get(language(), {})).lower() + rest


def capital(text: str) -> str:
    """The beginning of a sentence."""
    if language() in _UNCASED:
        return text
    return text[:1].translate(_CAPITAL.get(language(), {})).upper() + text[1:]


def in_order(text: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """A key for sorting texts by the alphabet of the language spoken now."""
    places = _PLACES[language()]
    small = text.translate(_SMALL.get(language(), {})).lower()
    return tuple(_place(letter, places) for letter in small), small


def _place(letter: str, places: Mapping[str, int]) -> tuple[int, int]:
    """Marks and blanks first, then digits, the language's letters, other letters."""
    base = letter if letter in places else unicodedata.normalize("NFD", letter)[0]
    if base in places:
        return 2, places[base]
    return 3 if base.isalpha() else 1 if base.isdigit() else 0, ord(base)
