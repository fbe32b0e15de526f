"""Sentences: marked where they are defined, translated at the last moment."""

from collections.abc import Iterable

from i18n.catalogue import messages
from i18n.figures import number


class _OfSeveral(str):
    """An English text that means several things, with the one that is meant here."""

    __slots__ = ("context",)
    context: str


def t(message: str, *, context: str = "", **values: object) -> str:
    """Translate `message` now and fill its named placeholders.

    `message` stands literally in the code, or was marked with `N_` where it was defined: only
    then is it found for the translators. `context` says which of several things it means.
    """
    if not message:  # gettext answers the empty message with the catalogue's header
        return ""
    meant = context or getattr(message, "context", "")
    spoken = messages().pgettext(meant, message) if meant else messages().gettext(message)
    return _fill(spoken, message, values)


def N_(message: str, *, context: str = "") -> str:
    """Mark `message` for the translators and leave it in English until `t` meets it.

    Where one English text means several things, `context` says which: each is translated apart.
    """
    if not context:
        return message
    marked = _OfSeveral(message)
    marked.context = context
    return marked


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """Mark both forms of a counted sentence; `tn` translates them once the count is known."""
    return singular, plural


def tn(singular: str, plural: str, count: int, **values: object) -> str:
    """Translate the form that goes with `count`, which also fills `{count}`.

    Both forms stand literally in the code, or were marked together with `NN_`.
    """
    spoken = messages().ngettext(singular, plural, count)
    english = singular if count == 1 else plural
    return _fill(spoken, english, {"count": number(count), **values})


def _fill(spoken: str, english: str, values: dict[str, object]) -> str:
    """A translation with a broken placeholder gives way to the English; a page never breaks."""
    if not values:
        return spoken
    try:
        text = spoken.format(**values)
    except (KeyError, IndexError, ValueError):
        text = english.format(**values)
    # Days end in an abbreviation in some languages, and one full stop ends both: “2026 р.”
    for value in values.values():
        if isinstance(value, str) and value.endswith(".") and not value.endswith(".."):
            text = text.replace(f"{value}.", value)
    return text


def labelled(name: object, value: object) -> str:
    """What something is called, and what it is: `Country: Ukraine`."""
    return t("{name}: {value}", name=name, value=value)


def parted(parts: Iterable[str]) -> str:
    """Parts that may hold commas of their own, blank ones left out: `a 1, b 2; c 3`."""
    return t("; ").join(filter(None, parts))


def ended(text: str) -> str:
    """A sentence with its full stop."""
    return t("{said}.", said=text)


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after the other, without the last full stop; blank ones are left out."""
    return t(". ").join(filter(None, parts))
