"""Decompress the bytes of a page as a server sends them, up to a limit.

A small answer may grow to any size, so each chunk is decompressed only as far as there is room.
"""

from __future__ import annotations

import zlib

from dossier.model.errors import ImportRefusedError


class Unpacking:
    """Takes chunks as they come and gives the whole; refuses a page that grows over `most` bytes."""

    def __init__(self, coding: str, most: int) -> None:
        self.most = most
        self.parts: list[bytes] = []
        self.size = 0
        self.coding = coding
        # 47: gzip or zlib, as the header says (zlib manual, inflateInit2).
        self.inflate = zlib.decompressobj(47) if coding not in ("", "identity") else None

    def take(self, chunk: bytes) -> None:
        """Add the next bytes that the server sent.

        Raises:
            ImportRefusedError: they are damaged, or the whole is too large.
        """
        try:
            self._add(self.inflate.decompress(chunk, self.most + 1 - self.size) if self.inflate else chunk)
        except zlib.error:
            if self.coding != "deflate" or self.size:
                raise ImportRefusedError("the compressed page is damaged") from None
            # Some servers send deflate without its header.
            self.inflate = zlib.decompressobj(-15)
            self._raw(chunk)

    def _raw(self, chunk: bytes) -> None:
        try:
            self._add(self.inflate.decompress(chunk, self.most + 1) if self.inflate else b"")
        except zlib.error:
            raise ImportRefusedError("the compressed page is damaged") from None

    def _add(self, data: bytes) -> None:
        self.parts.append(data)
        self.size += len(data)
        if self.size > self.most or (self.inflate is not None and self.inflate.unconsumed_tail):
            raise ImportRefusedError(
                f"the page is over {self.most // 1024 // 1024} MB, too large for an article"
            )

    def done(self) -> bytes:
        """The bytes of the whole page.

        Raises:
            ImportRefusedError: its end is missing.
        """
        if self.inflate is not None and not self.inflate.eof:
            raise ImportRefusedError("the transfer of the page was cut off")
        return b"".join(self.parts)
