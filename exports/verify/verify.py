"""“Verify this file”: read what came back, compare every part of it, say what can be said."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from data.importer.readers.limits import UPLOAD, Limits
from data.store import Dataset
from exports.paper.parts import Part
from exports.paper.seal import NoSeal
from exports.verify.around import around
from exports.verify.compared import compared
from exports.verify.made_again import MadeAgain
from exports.verify.reading import read
from exports.verify.verdict import Outcome, Verdict
from i18n import N_, t, tn

BECAME = {
    "changed": N_("Changed after the package left the monitor."),
    "gone": N_("Missing from the package."),
    "added": N_("Not in the package when it left the monitor."),
}


def verify(name: str, content: bytes, dataset: Dataset, limits: Limits = UPLOAD) -> Verdict:
    """Compare a file of ours with what `dataset` says today. Never raises for a bad file."""
    try:
        parts = read(content, name, limits)
    except NoSeal as problem:
        return Verdict("cannot_tell", (str(problem),))
    again = MadeAgain(dataset)
    verdicts = {part.name: _part(part, again) for part in parts}
    return next(iter(verdicts.values())) if len(parts) == 1 else _together(verdicts)


def _part(part: Part, again: MadeAgain) -> Verdict:
    verdict = Verdict("same", ())
    if part.sealed:
        verdict = compared(part.sealed, again)
    elif part.unread:
        verdict = Verdict("cannot_tell", (part.unread,))
    if part.book:
        verdict = around(verdict, part.book, again)
    if not part.became:
        return verdict
    worse = verdict.reasons if verdict.outcome != "same" else ()
    return replace(verdict, outcome="different", reasons=(t(BECAME[part.became]), *worse))


def _together(verdicts: Mapping[str, Verdict]) -> Verdict:
    """One verdict on a file of many parts: how many are what, and each that is not the same."""
    counted = Counter(verdict.outcome for verdict in verdicts.values())
    outcome: Outcome = next((one for one in ("different", "cannot_tell") if counted[one]), "same")
    differences = (
        replace(each, place=f"{name} {each.place}".strip())
        for name, verdict in verdicts.items()
        for each in verdict.differences
    )
    seal = next((verdict.seal for verdict in verdicts.values() if verdict.seal), None)
    reasons = (_counts(counted), *_by_reason(verdicts))
    return Verdict(outcome, reasons, tuple(differences), seal)


def _counts(counted: Mapping[Outcome, int]) -> str:
    total = sum(counted.values())
    text = t(
        "{same} the same, {different} different, {unsure} cannot be told.",
        same=counted["same"],
        different=counted["different"],
        unsure=counted["cannot_tell"],
    )
    looked_at = tn("{count} part was checked:", "{count} parts were checked:", total)
    return f"{looked_at} {text}"


def _by_reason(verdicts: Mapping[str, Verdict]) -> Iterator[str]:
    """Each reason once, with the parts it holds for."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, verdict in verdicts.items():
        if verdict.outcome != "same":
            for reason in verdict.reasons:
                names[reason].append(name)
    sealed = {name for name, verdict in verdicts.items() if verdict.seal}
    for reason, those in names.items():
        of_all = (sealed and sealed <= set(those)) or those == [""]
        yield reason if of_all else f"{', '.join(filter(None, those))}: {reason}"
