"""Which column of a file comes nearest to each of ours, by its name and by what stands in it."""

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from data.importer.languages.countries import iso3_of
from data.importer.languages.dates import reading
from data.importer.languages.no_value import is_no_value
from data.importer.languages.readings import NOTHING
from data.importer.layouts import ogp_columns as ogp
from data.importer.layouts.columns import Column, Kind
from data.importer.layouts.values import Wrong, day
from data.importer.layouts.words import code_of
from data.importer.readers.plain import normal

# What people call our columns, in English and in the languages of the region.
_CALLED: Mapping[str, str] = {
    "commitment_id": "ref reference id identifier code key number no nr № номер код ід cod",
    "label": "pledge promise commitment title name action measure description text"
    " зобов'язання захід назва обязательство мероприятие название angajament acțiune titlu",
    "plan_id": "plan action_plan action_plan_id план plan_de_acțiune",
    "country": "country nation territory country_name країна страна țara ölkə",
    "lead_institution": "lead responsible institution agency ministry owner department organisation"
    " organization responsible_institution lead_agency implementing_agency відповідальний"
    " виконавець ответственный instituția responsabil",
    "supporting_institutions": "partners supporting support other_institutions co_implementers"
    " партнери партнеры parteneri",
    "policy_areas": "area areas topic topics theme sector tag tags category policy subject"
    " сфера тема напрям domeniu",
    "start_date": "start starts begin begins started from початок начало început",
    "end_date": "due deadline end ends until by due_date target_date finish термін строк срок"
    " termen",
    "completion_date": "done completed finished done_on completed_on finished_on date_completed"
    " date_done",
    "completion": "status state progress rating implementation completion_status verdict result"
    " evaluation стан статус виконання состояние исполнение stare statut",
    "observed_date": "checked checked_on as_of updated last_updated reviewed assessed_on seen"
    " date_of_assessment status_date оновлено обновлено actualizat",
    "source_url": "url link source website web_address посилання ссылка sursa",
    "evidence": "evidence proof докази",
    "report_year": "report_year year_of_report",
    "commitment_number": "commitment_number number_in_plan",
    "early_results": "results outcome outcomes did_it_open_government",
    "ambition": "ambition potential_impact impact",
    "period": "period years plan_years plan_period період период perioada",
}
_OF_EXPORT: Mapping[str, str] = {
    ogp.ID: "commitment_id", ogp.PLACE: "country", ogp.SHORT_TITLE: "label",
    ogp.START: "start_date", ogp.END: "end_date", ogp.LEAD: "lead_institution",
    ogp.SUPPORT: "supporting_institutions",
    ogp.FINAL: "completion", ogp.URL: "source_url", ogp.IMPACT: "ambition",
    ogp.RESULTS: "early_results", ogp.NUMBER: "commitment_number",
}  # fmt: skip
_MEANT: Mapping[str, str] = {
    "complete": "kept done complete completed fulfilled implemented achieved delivered finished"
    " fully_implemented fully yes виконано выполнено realizat îndeplinit",
    "substantial": "mostly largely mostly_kept nearly_done substantially almost significant"
    " advanced",
    "limited": "in_progress ongoing started under_way underway partial partially partly partly_kept"
    " in_the_works on_track compromise some behind delayed частково виконується в_процесі"
    " частично выполняется în_curs parțial",
    "not started": "not_started not_yet not_yet_started none planned stalled broken no pending"
    " no_progress not_kept не_розпочато не_начато не_виконано neînceput",
    "withdrawn": "withdrawn cancelled canceled dropped abandoned скасовано отменено anulat",
    "unclear": "unclear",
    "no evidence": "no_evidence unrated not_rated",
}
_LOW, _SURE, _FITS, _BY_ITS_WORDS = 0.55, 0.9, 0.15, 0.75


def best(wanted: Sequence[Column], samples: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Ours → the column of the file that comes nearest, each taken once; nothing where none does.

    `samples` has the columns of the file with some of what stands in each.
    """
    scored = [
        (_score(column, name, values), -at, column.name, name)
        for at, column in enumerate(wanted)
        for name, values in samples.items()
    ]
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for score, _, ours, theirs in sorted(scored, reverse=True):
        if score >= _LOW and ours not in pairs and theirs not in taken:
            pairs[ours] = theirs
            taken.add(theirs)
    return {column.name: pairs[column.name] for column in wanted if column.name in pairs}


def meaning(column: Column, text: str) -> str:
    """The word of ours that a file's own word comes nearest to; blank where none does."""
    code = code_of(text)
    for word in column.words:
        if code == code_of(word):
            return word
    meanings = _meant()
    if code in meanings and meanings[code] in column.words:
        return meanings[code]
    return next((w for w in column.words if len(code) > 3 and code in code_of(w)), "")


def is_read(column: Column, text: str) -> bool:
    """Whether a value is understood as it stands, so that nobody has to say what it means."""
    if is_no_value(text):
        return True
    if column.kind is Kind.COUNTRY:
        return iso3_of(text) is not None
    return code_of(text) in {*map(code_of, column.words)}


def _score(column: Column, name: str, values: Sequence[str]) -> float:
    """0 to 1: how near a column's name comes, up or down by what stands in it."""
    if normal(name) == normal(column.name):
        return 2.0
    code = code_of(name)
    named = max(_named(column.name, code), _named(_OF_EXPORT.get(column.name, ""), code))
    fits = _LOOKS.get(column.kind)
    values_given = [value for value in values if not is_no_value(value)]
    if not fits or not values_given:
        return named
    if (
        column.words
        and sum(bool(meaning(column, value)) for value in values_given) > len(values_given) / 2
    ):
        named = max(named, _BY_ITS_WORDS)
    share = sum(map(fits, values_given)) / len(values_given)
    if share < 1 - _SURE:
        return 0.0
    return named + _FITS if share > _SURE else named - _FITS


def _named(ours: str, theirs: str) -> float:
    if not ours or not theirs:
        return 0.0
    code = code_of(ours)
    if theirs == code:
        return 1.0
    called = _called().get(code, ())
    if theirs in called:
        return 0.95
    if {*theirs.split("_")} & {*called}:
        return 0.7
    return 0.8 * SequenceMatcher(None, code, theirs[:80]).ratio()


@lru_cache
def _called() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(code_of, names.split())) for name, names in _CALLED.items()}


@lru_cache
def _meant() -> dict[str, str]:
    return {code_of(text): word for word, texts in _MEANT.items() for text in texts.split()}


def _is_day(text: str) -> bool:
    try:
        return bool(day(text))
    except Wrong:
        return reading(text) is not NOTHING


def _is_word(text: str) -> bool:
    return not any(map(str.isdigit, text)) and len(text) < 40


_LOOKS: Mapping[Kind, Callable[[str], bool]] = {
    Kind.DAY: _is_day,
    Kind.WORD: _is_word,
    Kind.KEY: lambda text: len(text.split()) == 1 and len(text) < 40,
    Kind.COUNTRY: lambda text: iso3_of(text) is not None,
    Kind.LINK: lambda text: text.lower().startswith(("http://", "https://", "www.")),
    Kind.YEAR: lambda text: text.isdecimal() and len(text) == 4,
    Kind.COUNT: str.isdecimal,
}
