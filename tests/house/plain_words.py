"""Words that readers did not understand, and what is said instead."""

import re
from collections.abc import Iterator

INSTEAD = {
    r"\b(at|since|until|to) (the |this |that )?last look\b": "when last assessed",
    r"\blast (independent )?look\b|\blast (looked at|seen|observed)\b": "last assessed",
    r"\blooks? at (a |the )?(plan|commitment|result)": "assessment",
    r"\b(was|were|not|never) (looked at|observed)\b|\blooked at (since|again)": "assessed",
    r"\b(not|never|first|rating was|date was|area was) seen\b": "not stated in the source",
    r"\bspeaks? (of|to)\b": "describes",
    r"\bmiddle half\b": "half of them between … and …",
    r"\bas-of day\b": "as-of date",
    r"\bmend(s|ed|ing)?\b": "correct",
    r"\bstands? apart\b|\bsets two apart\b": "statistically different",
    r"\bfiled under\b": "policy areas, or: is in the sector",
    r"\brating that counts\b": "Rating used here",
    r"\bno evidence found\b": "no evidence available",
    r"\bfour[- ]step(s| scale)?\b": "completion scale",
    r"\bnot 0 %|\bno result of 0 %": "This does not mean 0 %",
    r"\bno best or worst\b": "differences may be due to chance",
    r"\bcompletion rate\b": "fully complete",
    r"^published implementation rate\b": "Implementation rate as published by the IRM",
    r"\bwhere the region stands\b|\bone country’s story\b": "a noun as the title",
    r"\bshow it to the room\b|\b(to|leave) the stage\b": "presentation, start presentation, exit",
    r"\bhow commitments fare\b": "implementation by sector and country",
    r"\bcounted as everywhere\b": "by the standard method",
    r"\bcount(s|ed)? once for each\b": "are counted for each",
    r"\btoo few to compare\b": "fewer than five: not compared",
    r"\bto take along\b|\bbring it back\b|\bdrawing to scale\b": "download, upload, vector image",
    r"\banswer as data\b|\bcommitments as data\b": "JSON (API)",
    r"\bstand on this day\b": "show data as known on this date",
    r"\blook at:": "switch to",
    r"\bin no measure of\b": "left out of",
    r"\bhow they fared\b": "may be unrepresentative",
    r"\bbeside an objective is not because\b": "not proof that the programme caused it",
    r"[Ø∥‖¦×]": "the words",
}


def not_plain(sentence: str) -> Iterator[tuple[str, str]]:
    """What of a sentence readers do not understand, each with what to say instead."""
    for pattern, instead in INSTEAD.items():
        if match := re.search(pattern, sentence, re.IGNORECASE):
            yield match.group(), instead
