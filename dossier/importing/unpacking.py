"""The bytes that a server sends in, those of the page out, decompressed as they come and never without bound.

A small answer may unfold to any size, so each chunk is unpacked only as far as there is room.
"""

from __future__ import annotations

import zlib

from dossier.model.errors import ImportRefusedError


class Unpacking:
    """Takes chunks as they come and gives the whole; refuses what grows over `most` bytes."""

    def __init__(self, coding: str, most: int) -> None:
        self.most = most
        self.parts: list[bytes] = []
        self.size = 0
        self.coding = coding
        # 47: gzip or zlib, whichever the head says (zlib manual, inflateInit2).
        self.inflate = zlib.decompressobj(47) if coding not in ("", "identity") else None

    def take(self, chunk: bytes) -> None:
        """Take in the next bytes as they were sent.

        Raises:
            ImportRefusedError: they are damaged, or the whole is too large.
        """
        try:
            self._add(self.inflate.decompress(chunk, self.most + 1 - self.size) if self.inflate else chunk)
        except zlib.error:
            if self.coding != "deflate" or self.size:
                raise ImportRefusedError("the compressed page is damaged") from None
            # Some servers send deflate without the head that it should have.
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
                f"the page is over {self.most // 1024 // 1024} MB, which is not an article"
            )

    def done(self) -> bytes:
        """The whole.

        Raises:
            ImportRefusedError: its end never came.
        """
        if self.inflate is not None and not self.inflate.eof:
            raise ImportRefusedError("the page was cut off while it was sent")
        return b"".join(self.parts)
