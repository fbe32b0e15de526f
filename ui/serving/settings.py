"""What whoever runs the monitor says of themselves, by the environment; blank where they do not."""

import os
import re

_MAIL = re.compile(r"[^@\s/:?&]+@[^@\s/:?&]+\.[^@\s/:?&]+")


def operator() -> str:
    """Who runs this monitor, in their own words: MONITOR_OPERATOR."""
    return os.environ.get("MONITOR_OPERATOR", "").strip()


def contact() -> str:
    """The address to report an error to: MONITOR_CONTACT, a web page or an e-mail address.

    Anything else leads nowhere and is left out.
    """
    said = os.environ.get("MONITOR_CONTACT", "").strip()
    if said.startswith(("https://", "http://")):
        return said
    return f"mailto:{said}" if _MAIL.fullmatch(said) else ""
