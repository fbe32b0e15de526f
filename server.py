"""What `streamlit run` serves: the pages of app.py and, beside them, the data API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

import api
from ui.serving.moved import moved
from ui.serving.tidying import Tidying
from ui.serving.warm_up import warm_up

BASE = st.get_option("server.baseUrlPath")


@asynccontextmanager
async def ready(_app: st.App) -> AsyncIterator[None]:
    """Before the first reader comes, get ready; from then on, tidy up in quiet moments."""
    at_work = [await warm_up(), asyncio.create_task(Tidying().go_on(), name="tidying")]
    yield
    for task in at_work:
        task.cancel()


app = st.App(
    "app.py",
    routes=[*api.routes(BASE), *moved(BASE)],
    middleware=[Middleware(api.AsAccepted)],
    lifespan=ready,
)
