"""What works for a client that has hung up is stopped."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class HangingUp:
    """Cancels the application's work on a request once the other side is gone; it listens while the application works."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        read: asyncio.Queue[Message] = asyncio.Queue(1)  # a part of the body ahead of the application, no more
        answered = asyncio.Event()

        async def listen() -> None:
            while (message := await receive())["type"] != "http.disconnect":
                await read.put(message)

        async def tell(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                answered.set()

        work = asyncio.ensure_future(self.app(scope, read.get, tell))
        ear = asyncio.ensure_future(listen())
        try:
            await asyncio.wait({work, ear}, return_when=asyncio.FIRST_COMPLETED)
            if work.done() or answered.is_set():
                await work
        finally:
            ear.cancel()
            work.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(work, return_exceptions=True)
