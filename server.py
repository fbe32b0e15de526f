"""What `streamlit run` serves: the pages of app.py and, beside them, the data API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

import api
from analytics.query.stamp import VERSION
from settings import settings
from ui.serving import as_set, logs, measures
from ui.serving.compressed import Compressed
from ui.serving.first_page import FirstPage
from ui.serving.guarded import Guarded
from ui.serving.health import Readiness
from ui.serving.moved import moved
from ui.serving.tidying import Tidying
from ui.serving.upload_gate import UploadGate
from ui.serving.warm_up import stay_warm, warm_up
from ui.shell.cache import usual

as_set.check()
BASE = st.get_option("server.baseUrlPath")
readiness = Readiness()


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader comes, get ready; from then on, tidy up in quiet moments."""
    logs.begin()
    visits = await warm_up()
    visits.add_done_callback(lambda _: readiness.begin())
    tidying = asyncio.create_task(Tidying().go_on(), name="tidying")
    ahead = [asyncio.create_task(stay_warm(), name="stay_warm")] if settings().stay_warm else []
    logs.say("started", version=VERSION, dataset=usual().version)
    yield
    logs.say("stopping")
    readiness.end()
    for task in (visits, tidying, *ahead):
        task.cancel()


app = st.App(
    "app.py",
    routes=[
        *api.routes(BASE),
        *moved(BASE),
        *readiness.routes(BASE),
        *measures.routes(BASE),
    ],
    middleware=[
        Middleware(measures.Measured, base=BASE),
        Middleware(Guarded, base=BASE),
        Middleware(UploadGate),
        Middleware(api.AsAccepted),
        Middleware(Compressed, base=BASE),
        Middleware(FirstPage, base=BASE),
    ],
    lifespan=ready,
)
