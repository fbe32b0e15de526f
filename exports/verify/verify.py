"""“Verify this file”: read what came back, compare every part of it, say what can be said."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from analytics.exchange.asked_again import NotAsked
from data.importer.readers.limits import UPLOAD, Limits
from data.store import Dataset
from exports.pack.pack import texts
from exports.paper.found import Part, Whole
from exports.paper.seal import NoSeal, Seal
from exports.verify.compared import compared, other_dataset, since_it_left
from exports.verify.made_again import MadeAgain, speaking
from exports.verify.pack_reading import read_whole
from exports.verify.verdict import Outcome, Verdict
from i18n import N_, t, tn

BECAME = {
    "changed": N_("Changed after the pack left the monitor."),
    "gone": N_("Missing from the pack."),
    "added": N_("Not in the pack when it left the monitor."),
}


def verify(name: str, content: bytes, dataset: Dataset, limits: Limits = UPLOAD) -> Verdict:
    """Compare a file of ours with what `dataset` says today. Never raises for a bad file."""
    try:
        whole = read_whole(content, name, limits)
    except NoSeal as problem:
        return Verdict("cannot_tell", (str(problem),))
    again = MadeAgain(dataset)
    if whole.listing is None and len(whole.parts) == 1:
        return _part(whole.parts[0], again)
    return _together(whole, again)


def _part(part: Part, again: MadeAgain) -> Verdict:
    return compared(part.found, again) if part.found else Verdict("cannot_tell", (part.why,))


def _together(whole: Whole, again: MadeAgain) -> Verdict:
    """One verdict on a file of many parts: how many are what, and each that is not the same."""
    found = {part.name: _part(part, again) for part in whole.parts} | _plain(whole, again)
    for name, how in whole.became.items():
        if how:
            found = _spoiled(found, name, t(BECAME[how]))
    seal = whole.listing.seal if whole.listing else next(
        (part.found.seal for part in whole.parts if part.found), None
    )  # fmt: skip
    counted = Counter(verdict.outcome for verdict in found.values())
    altered = since_it_left(whole.listing)[0] if whole.listing else []
    reasons = [*_counts(counted), *(t("The list of parts: {said}", said=said) for said in altered)]
    if seal and (other := other_dataset(seal, again.dataset)):
        reasons.append(other)
    outcome: Outcome = "same"
    if counted["different"] or altered:
        outcome = "different"
    elif counted["cannot_tell"]:
        outcome = "cannot_tell"
    differences = tuple(
        replace(each, place=f"{name} {each.place}")
        for name, verdict in found.items()
        for each in verdict.differences
    )
    told = [*reasons, *_by_reason(found, known=tuple(reasons))]
    return Verdict(outcome, tuple(told), differences, seal)


def _spoiled(found: Mapping[str, Verdict], name: str, why: str) -> dict[str, Verdict]:
    """The verdicts with that on a part, or on all that lies in it, turned to different."""
    own = [each for each in found if each == name or each.startswith(f"{name}: ")]
    if not own or all(found[each].outcome != "different" for each in own):
        return {**found, name: Verdict("different", (why,))}
    worse = {
        each: replace(found[each], reasons=(why, *found[each].reasons))
        for each in own
        if found[each].outcome == "different"
    }
    return {**found, **worse}


def _plain(whole: Whole, again: MadeAgain) -> dict[str, Verdict]:
    """Parts without a seal: questions are written again; of the rest the list vouches."""
    if whole.listing is None or other_dataset(whole.listing.seal, again.dataset):
        return {name: Verdict("same", ()) for name in whole.plain}
    try:
        expected = _written_again(whole.listing.seal, again)
    except NotAsked:
        return {}
    return {
        name: _as_written(content, expected[name]) if name in expected else Verdict("same", ())
        for name, content in whole.plain.items()
    }


def _written_again(seal: Seal, again: MadeAgain) -> dict[str, bytes]:
    with speaking(seal.language):
        written = dict(texts(again.held(seal)))
    return {name: text for name, text in written.items() if name.startswith("questions/")}


def _as_written(content: bytes, expected: bytes) -> Verdict:
    if content == expected:
        return Verdict("same", ())
    return Verdict("cannot_tell", (t("Today the monitor writes it otherwise."),))


def _counts(counted: Mapping[Outcome, int]) -> list[str]:
    total = sum(counted.values())
    said = t(
        "{same} the same, {different} different, {unsure} cannot be told.",
        same=counted["same"],
        different=counted["different"],
        unsure=counted["cannot_tell"],
    )
    return [f"{tn('{count} part was looked at:', '{count} parts were looked at:', total)} {said}"]


def _by_reason(found: Mapping[str, Verdict], known: tuple[str, ...]) -> Iterator[str]:
    """Each reason once, with the parts it holds for."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, verdict in found.items():
        if verdict.outcome != "same":
            for reason in verdict.reasons:
                names[reason].append(name)
    for reason, those in names.items():
        if reason in known:
            continue
        yield f"{', '.join(those)}: {reason}"
