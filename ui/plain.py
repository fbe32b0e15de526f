"""Text of a dataset, shown as it stands: what it holds is never read as Markdown."""

import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~$:&])")


def plain(text: object) -> str:
    """Text with every character that Markdown would read put out of action."""
    return SPECIAL.sub(r"\\\1", str(text)).replace("\n", " ")
