"""The first reader is the server itself: what everybody needs is ready before anybody comes.

A visit to every page imports what pages import, opens the dataset, and puts the answers of the
usual view into the cache; later, in quiet moments, those of each country. It goes the way of a
browser's visit, by Streamlit's own runtime, so nothing has to be listed twice.
"""

import asyncio
import gc
from collections.abc import Iterable
from itertools import product
from time import process_time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

from analytics.codelists import COUNTRIES
from ui.serving.tidying import GLANCE, RESTING
from ui.shell.cache import usual
from ui.shell.navigation import PAGES

SECONDS = 1.5
"""How long readers may be kept waiting for the visits; what is left is done beside them."""


class Visitor(SessionClient):
    """Somebody who opens a page, looks at nothing and says when it is there."""

    def __init__(self) -> None:
        self.served = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished":
            self.served.set()


async def warm_up() -> asyncio.Task[None]:
    """Visit every page; come back when all are ready, or after `SECONDS` with some under way."""
    visits = asyncio.create_task(_visit(PAGES), name="warm_up")
    await asyncio.wait([visits], timeout=SECONDS)
    return visits


async def stay_warm() -> None:
    """In quiet moments, visit what readers choose most often next: one country, on each page.

    Begun anew whenever the data or the day from which they are seen are others.
    """
    seen: object = None
    while True:
        await quiet()
        if seen == (seen := _standing()):
            continue
        for page, country in product(PAGES, ("", *COUNTRIES)):
            await _open(page, f"country={country}" if country else "")
            await quiet()
            if seen != _standing():
                break


async def quiet() -> None:
    """Come back after a glance in which nobody was served."""
    while True:
        before = process_time()
        await asyncio.sleep(GLANCE)
        if process_time() - before < RESTING:
            return


def _standing() -> object:
    return usual().version, usual().newest


async def _visit(pages: Iterable[str]) -> None:
    for page in pages:
        await _open(page)
    # What is there now stays for good: no later collection needs to look at it.
    gc.collect()
    gc.freeze()


async def _open(page: str, query: str = "") -> None:
    runtime, visitor = Runtime.instance(), Visitor()
    session = runtime.connect_session(visitor, user_info={})
    try:
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        runtime.handle_backmsg(session, message)
        await visitor.served.wait()
    finally:
        runtime.close_session(session)
