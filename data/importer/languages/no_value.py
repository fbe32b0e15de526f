"""What people write where there is no value: ND, n/a, TBD, немає даних …"""

_WRITTEN = """
nd | nr | na | n/a | n / a | n.a. | n.a | n/d | nil | null | none | no data
tbd | tbc | tba | t.b.d. | t.b.c. | - | -- | --- | – | — | . | .. | ... | … | ? | ?? | x | xx | xxx
to be determined | to be confirmed | to be defined | to be decided | to be announced
unknown | not known | not available | not applicable | not specified | not stated | not defined
н/д | нд | н.д. | немає | немає даних | не визначено | не вказано | невідомо | не застосовується
нет | нет данных | не определено | не указано | неизвестно | няма | няма даных | невядома
nu se aplică | nu este cazul | necunoscut | nespecificat | fără date
yoxdur | məlum deyil | müəyyən edilməyib | არ არის | უცნობია | არ ვრცელდება | չկա | անհայտ
"""
NO_VALUE = frozenset(
    word.strip() for line in _WRITTEN.strip().splitlines() for word in line.split("|")
)


# What people put such words between, each with what may close it.
_CLOSED_BY = {
    '"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’", "(": ")", "[": "]",
}  # fmt: skip


def is_no_value(text: str) -> bool:
    bare = " ".join(text.casefold().split())
    return bare in NO_VALUE or (bool(bare) and (_bare(bare) or "-") in NO_VALUE)


def _bare(text: str) -> str:
    while len(text) > 1 and text[-1] in _CLOSED_BY.get(text[0], ""):
        text = text[1:-1].strip()
    return text


def without_nobody(text: str) -> str | None:
    """Institutions without those that say there is none: “Ministry; N/A” is one."""
    if is_no_value(text):
        return None
    names = [name.strip() for name in text.split(";")]
    # Among others a lone sign may be part of a name; a word for nobody never is.
    persons = [name for name in names if not (is_no_value(name) and any(map(str.isalpha, name)))]
    return text if len(persons) == len(names) else "; ".join(persons) or None
