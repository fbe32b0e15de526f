"""A program that asks too much at once is told to come back; the rest is answered in turn."""

import asyncio
import threading

import pytest
from starlette.exceptions import HTTPException

from api.crowding import AT_ONCE, COME_BACK, WAITING, Turn


def test_few_are_answered_at_once_and_those_beyond_all_room_are_sent_away():
    at_work, most, lock, go = 0, 0, threading.Lock(), threading.Event()

    def serve(request):
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        go.wait(10)
        with lock:
            at_work -= 1
        return request

    async def crowd():
        turn = Turn()
        tasks = [asyncio.create_task(turn.answer(serve, n)) for n in range(AT_ONCE + WAITING)]
        await asyncio.sleep(0.1)
        with pytest.raises(HTTPException) as sent_away:
            await turn.answer(serve, "one too many")
        go.set()
        answers = await asyncio.gather(*tasks)
        assert await turn.answer(serve, "later") == "later"
        return sent_away.value, answers

    sent_away, answers = asyncio.run(crowd())
    assert sent_away.status_code == 503
    assert sent_away.headers == {"Retry-After": str(COME_BACK)}
    assert answers == list(range(AT_ONCE + WAITING))
    assert most == AT_ONCE
