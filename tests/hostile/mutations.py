"""Blind damage to any file: bits turned over, pieces cut out, repeated and brought in from elsewhere."""

import random
from collections.abc import Callable, Sequence

_EDGES = (
    b"\0",
    b"\xff",
    b"\x7f\xff\xff\xff",
    b"\x80\0\0\0",
    b"\xff" * 8,
    b"\0" * 16,
    b"\x0d",
    b"\x05",
    b"\x0a",
)
"""Values at which readers go wrong; the last three name the kinds of pages in SQLite."""


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """Return ``data`` changed in one to four places, with pieces of ``others`` spliced in."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        chance.choice(_CHANGES)(changed, chance, others or (data,))
    return bytes(changed)


def _place(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data)) if data else 0


def _flip_bits(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    for _ in range(chance.choice((1, 1, 2, 8)) if data else 0):
        data[_place(data, chance)] ^= chance.randrange(1, 256)


def _put_edge(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    edge = chance.choice(_EDGES)
    place = _place(data, chance)
    data[place : place + len(edge)] = edge


def _cut_end(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    del data[_place(data, chance) :]


def _cut_out(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    place = _place(data, chance)
    del data[place : place + chance.choice((1, 2, 16, 512, 16_384))]


def _repeat(data: bytearray, chance: random.Random, _others: Sequence[bytes]) -> None:
    place = _place(data, chance)
    piece = bytes(data[place : place + chance.choice((1, 4, 64, 4_096))])
    data[place:place] = piece * chance.choice((1, 2, 50))


def _overwrite(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    """Keep the length, as a disk does that wrote a block to the wrong place."""
    other = chance.choice(others)
    size = min(chance.choice((8, 512, 4_096, 16_384)), len(other), len(data))
    begin, place = chance.randrange(len(other) - size + 1), chance.randrange(len(data) - size + 1)
    data[place : place + size] = other[begin : begin + size]


def _splice(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    other = chance.choice(others)
    place = _place(data, chance)
    begin = chance.randrange(len(other)) if other else 0
    data[place:] = other[begin : begin + len(data) - place]


_CHANGES: tuple[Callable[[bytearray, random.Random, Sequence[bytes]], None], ...] = (
    _flip_bits, _flip_bits, _flip_bits, _put_edge, _cut_end, _cut_out, _repeat, _overwrite, _splice,
)  # fmt: skip
