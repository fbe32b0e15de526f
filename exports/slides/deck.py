"""A slide deck: one message a slide, native charts, where it comes from in the notes of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.presentation import Presentation as Deck

from analytics.exchange.asked_again import metrics_of
from analytics.forum.message import Message
from analytics.forum.storyboard import View, message, worth_a_slide
from analytics.presentation.figure import source_of
from analytics.query.address import readable
from analytics.query.ask import stamped
from analytics.query.filters import Filters
from analytics.query.named import Queries
from analytics.query.stamp import Stamp, called
from analytics.query.vocabulary import Vocabulary
from data.store import Dataset
from exports.files.office import office_file
from exports.paper.paper import MADE, Paper
from exports.paper.seal import Question
from exports.paper.stamp_text import CHECK, DISCLAIMER, spoken_day, stamp_lines
from exports.paper.table import Sheet
from exports.slides import slides
from i18n import labelled, language, parted, sentences, t


@dataclass(frozen=True, slots=True)
class Talk:
    """What is told: the messages of a sequence of views, and the paper they are sealed with."""

    title: str
    within: str
    messages: Sequence[Message]
    paper: Paper

    @classmethod
    def of(
        cls, dataset: Dataset, filters: Filters, views: Sequence[View], address: str = ""
    ) -> "Talk":
        """Ask a dataset for every view; views that repeat a message are left out."""
        queries = Queries.of(dataset)
        content = worth_a_slide([message(queries, filters, view) for view in views])
        metrics = {m.key: m for one in content for m in metrics_of(one.answer.stamp)}
        # What is counted on the first slide and the last is what the deck is about.
        about = whose(views)
        all_of_it = filters.with_(countries=(about,)) if about else filters
        stamp = stamped(dataset, all_of_it, list(metrics.values()))
        title = title_of(views, queries.vocabulary)
        # A country that the title names is not repeated beneath it.
        beyond_title = filters.with_(countries=()) if about else filters
        within = _within(stamp, beyond_title, queries.vocabulary)
        paper = Paper(title, "", source_of(stamp), Sheet.none(), stamp, Question(),
                      all_of_it.describe(queries.vocabulary), language(), address)  # fmt: skip
        return cls(title, within, content, paper)


def deck(
    dataset: Dataset,
    filters: Filters,
    views: Sequence[View],
    address: str = "",
    logo: bytes | None = None,
) -> bytes:
    """The PPTX file of a sequence of views within `filters`; `logo` is a PNG or JPEG."""
    content = Talk.of(dataset, filters, views, address)
    made = slides.blank()
    _opening(made, content)
    for one in content.messages:
        _message(made, one, content.paper)
    _ending(made, content)
    for slide in made.slides:
        if logo:
            slides.logo(slide, logo, t("Logo"))
        if slide is not made.slides[0]:
            slides.number(slide)
    _properties(made, content.paper)
    return office_file(made, content.paper)


def title_of(views: Sequence[View], vocabulary: Vocabulary) -> str:
    """What the deck is about: one country where all its views are of it, else the region."""
    if country := whose(views):
        return t("Open government in {country}", country=vocabulary.label("country", country))
    return t("Open government in the Eastern Partnership")


def whose(views: Sequence[View]) -> str:
    """The one country all views are of; blank where they are of several or of the region."""
    countries = {view.country for view in views}
    return countries.pop() if len(countries) == 1 else ""


def _opening(made: Deck, content: Talk) -> None:
    slide = slides.slide_of(made, slides.TITLE_SLIDE, content.title)
    stamp = content.paper.stamp
    slides.fill(slide.placeholders[1].text_frame, [content.within, called()])
    slides.style(slide.placeholders[1].text_frame, 20)
    slides.style(slide.shapes.title.text_frame, 40, bold=True)
    slides.foot(slide, content.paper.source, _made_up(stamp))
    slides.notes(slide, _lines(content.paper))


def _message(made: Deck, one: Message, paper: Paper) -> None:
    layout = slides.TITLE_ONLY if one.bars else slides.TITLE_AND_TEXT
    slide = slides.slide_of(made, layout, one.finding)
    slides.finding(slide, list(filter(None, [one.within, one.beside])))
    if one.bars:
        slides.picture(slide, one.bars, spoken(one), t("95 % interval"))
    else:
        slides.points(slide, one.points, 22)
    stamp = one.answer.stamp
    slides.foot(slide, source_of(stamp), _made_up(stamp))
    own = replace(paper, title=one.finding, source=source_of(stamp), stamp=stamp)
    slides.notes(slide, _notes(one, own))


def spoken(one: Message) -> str:
    """The chart read out: its title, then each bar with its number or the state in words."""
    if one.bars is None:
        return one.finding
    parts = [
        labelled(", ".join(group.splitlines()), resting)
        for group, resting in zip(one.bars.headed(), _read(one), strict=True)
    ]
    return sentences([one.bars.title, parted(parts)])


def _read(one: Message) -> list[str]:
    if one.bars is None:
        return []
    several = len(one.bars.series) > 1
    return [
        ", ".join(
            f"{series.name} {series.resting[at]}" if several else series.resting[at]
            for series in one.bars.series
            if series.values[at] is not None
        )
        or "–"
        for at in range(len(one.bars.labels))
    ]


def _notes(one: Message, paper: Paper) -> list[str]:
    """What a presenter can be asked: what it is, how it is defined, where it comes from."""
    meanings = [labelled(name, meaning) for name, meaning in one.meanings.items()]
    hollow = t("Dashed bar: fewer than five commitments, shown as counts and not compared.")
    shares = [hollow] if one.bars and one.bars.share else []
    chart = [spoken(one)] if one.bars else []
    parts = [one.finding, one.within, one.beside, *one.aside]
    return [*filter(None, parts), "", *chart, *shares, *meanings, "", paper.source,
            *_lines(paper)]  # fmt: skip


def _lines(paper: Paper) -> list[str]:
    return [labelled(label, text) for label, text in stamp_lines(paper)]


def _ending(made: Deck, content: Talk) -> None:
    """Sources, licence, disclaimer and stamp on a slide of their own."""
    slide = slides.slide_of(made, slides.TITLE_AND_TEXT, t("Sources, licence and how to check"))
    slides.finding(slide, [])
    stamp = content.paper.stamp
    sources = sorted({t(stamp.source_of(metric)) for metric in metrics_of(stamp)})
    lines = [
        t("Sources: {sources}.", sources=parted(sources)),
        t("Licence: {licence}. Credit: {credit}.", licence=stamp.licence, credit=t(stamp.credit)),
        t(DISCLAIMER),
        content.within,
        t("Data: {title}. Version and hash stand in the notes.", title=t(stamp.title)),
        t("The same view: {address}", address=readable(content.paper.address or stamp.link)),
        t(CHECK),
    ]
    slides.points(slide, lines, 14)
    slides.foot(slide, content.paper.source, _made_up(stamp))
    slides.notes(slide, _lines(content.paper))


def _within(stamp: Stamp, filters: Filters, vocabulary: Vocabulary) -> str:
    """The day and, where there are any, the filters."""
    as_of = spoken_day(stamp)
    if filters.with_(as_of=None) == Filters():
        return t("As of {day}", day=as_of)
    return t("As of {day} · {filters}", day=as_of, filters=filters.describe(vocabulary))


def _made_up(stamp: Stamp) -> str:
    return t("Made-up data.") if stamp.made_up else ""


def _properties(made: Deck, paper: Paper) -> None:
    properties = made.core_properties
    properties.title, properties.subject = paper.title[:255], paper.filters[:255]
    properties.author = properties.last_modified_by = paper.stamp.credit[:255]
    properties.created = properties.modified = MADE
    properties.language = paper.language
