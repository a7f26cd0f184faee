"""A bad line on loopback: passes bytes on until it is cut, at once or in the middle of a word."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class BadLine:
    """A TCP line to a port; `dead` lets nothing through, `cut_at` breaks it in mid-answer, once."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._open: set[asyncio.StreamWriter] = set()
        self.dead = False
        self.cut_at: bytes | None = None
        self.address = ""

    def cut(self) -> None:
        """Break every connection there is."""
        for writer in list(self._open):
            writer.transport.abort()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Join a caller to the port."""
        if self.dead:
            writer.transport.abort()
            return
        back, forth = await asyncio.open_connection("127.0.0.1", self._port)
        pair = {writer, forth}
        self._open |= pair
        try:
            await asyncio.gather(self._pass(reader, forth), self._answer(back, writer))
        finally:
            self._open -= pair
            for end in pair:
                end.transport.abort()

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(65536):
                target.write(chunk)
                await target.drain()
        target.transport.abort()

    async def _answer(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(65536):
                if self.cut_at is not None and self.cut_at in chunk:
                    target.write(chunk[: chunk.index(self.cut_at) + len(self.cut_at)])
                    await target.drain()
                    self.cut_at = None
                    break
                target.write(chunk)
                await target.drain()
        target.close()
        source.feed_eof()


@asynccontextmanager
async def bad_line(port: int) -> AsyncIterator[BadLine]:
    """Open a line to a port of this machine."""
    line = BadLine(port)
    calls: set[asyncio.Task[None]] = set()

    async def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        calls.add(task)
        try:
            await line.connect(reader, writer)
        except ConnectionError:
            writer.transport.abort()
        finally:
            calls.discard(task)

    server = await asyncio.start_server(answered, "127.0.0.1", 0)
    line.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield line
    finally:
        server.close()
        line.dead = True
        line.cut()
        await asyncio.gather(*calls, return_exceptions=True)
        await server.wait_closed()
