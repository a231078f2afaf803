"""Damage by somebody who knows the file format of SQLite: cells, trees, free pages, headers."""

import random
import struct
from collections.abc import Callable
from dataclasses import dataclass

from courseplayer.coursefile.schema import PAGE_BYTES

Damage = Callable[[bytearray, random.Random], None]
_KINDS = (0x02, 0x05, 0x0A, 0x0D)
_INTERIOR = (0x02, 0x05)


def _pages(data: bytearray) -> int:
    return len(data) // PAGE_BYTES


def _head(page: int) -> int:
    """Return where the header of a page begins; the first has the file's before it."""
    return (page - 1) * PAGE_BYTES + (100 if page == 1 else 0)


def _any_page(data: bytearray, chance: random.Random) -> int:
    return chance.randint(1, _pages(data))


def _any_tree_page(data: bytearray, chance: random.Random) -> int:
    trees = [page for page in range(1, _pages(data) + 1) if data[_head(page)] in _KINDS]
    return chance.choice(trees)


def _cells(data: bytearray, page: int) -> list[int]:
    """Return where the cells of a page begin, counted from the file's beginning."""
    head = _head(page)
    (count,) = struct.unpack_from(">H", data, head + 3)
    first = head + (12 if data[head] in _INTERIOR else 8)
    base = (page - 1) * PAGE_BYTES
    return [
        base + struct.unpack_from(">H", data, first + 2 * n)[0]
        for n in range(min(count, 2_000))
        if first + 2 * n + 2 <= len(data)
    ]


def _kind_of_page(data: bytearray, chance: random.Random) -> None:
    data[_head(_any_tree_page(data, chance))] = chance.choice((*_KINDS, 0, 0xFF))


def _count_of_cells(data: bytearray, chance: random.Random) -> None:
    count = chance.choice((0, 1, 2, 500, 5_000, 0x7FFF, 0xFFFF))
    struct.pack_into(">H", data, _head(_any_tree_page(data, chance)) + 3, count)


def _cell_pointer(data: bytearray, chance: random.Random) -> None:
    head = _head(_any_tree_page(data, chance))
    place = head + 8 + 2 * chance.randrange(20)
    struct.pack_into(">H", data, place, chance.choice((0, 1, 8, 100, PAGE_BYTES - 1, PAGE_BYTES, 0xFFFF)))


def _same_cell_again(data: bytearray, chance: random.Random) -> None:
    """Every pointer of a page leads to its first cell: one row stands there a thousand times."""
    page = _any_tree_page(data, chance)
    cells = _cells(data, page)
    if not cells:
        return
    head = _head(page)
    first = head + (12 if data[head] in _INTERIOR else 8)
    count = chance.choice((len(cells), 1_000))
    struct.pack_into(">H", data, head + 3, count)
    for n in range(min(count, (PAGE_BYTES - 200) // 2)):
        struct.pack_into(">H", data, first + 2 * n, cells[0] - (page - 1) * PAGE_BYTES)


def _child_page(data: bytearray, chance: random.Random) -> None:
    """A tree that has itself, its parent, or a page of another tree for a child."""
    inner = [page for page in range(1, _pages(data) + 1) if data[_head(page)] in _INTERIOR]
    page = chance.choice(inner) if inner else _any_tree_page(data, chance)
    child = chance.choice((page, 1, 2, _any_page(data, chance), 0, 2**31, 2**32 - 1))
    cells = _cells(data, page)
    places = [_head(page) + 8, *(cell for cell in cells if cell + 4 <= len(data))]
    for place in places if chance.random() < 0.3 else [chance.choice(places)]:
        struct.pack_into(">I", data, place, child)


def _leaf_becomes_tree(data: bytearray, chance: random.Random) -> None:
    """A leaf that says it is a node, all of whose children are itself."""
    page = _any_tree_page(data, chance)
    head = _head(page)
    data[head] = 0x02 if data[head] == 0x0A else 0x05
    struct.pack_into(">I", data, head + 8, page)


def _payload_size(data: bytearray, chance: random.Random) -> None:
    """A row that says it is gigabytes long, or has columns without end."""
    cells = [cell for cell in _cells(data, _any_tree_page(data, chance)) if cell + 12 < len(data)]
    if cells:
        place = chance.choice(cells) + chance.randrange(4)
        huge = chance.choice(
            (b"\x84\x80\x80\x80\x00", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"\x00", b"\x01", b"\x7f")
        )
        data[place : place + len(huge)] = huge


def _serial_type(data: bytearray, chance: random.Random) -> None:
    """Change a byte in the head of a row, where its types stand."""
    cells = [cell for cell in _cells(data, _any_tree_page(data, chance)) if cell + 20 < len(data)]
    if cells:
        data[chance.choice(cells) + chance.randrange(2, 12)] = chance.choice(
            (0, 1, 6, 7, 8, 9, 10, 11, 12, 13, 127)
        )


def _overflow_chain(data: bytearray, chance: random.Random) -> None:
    """Pages of a chunk that lead to one another in a circle."""
    chained = [page for page in range(2, _pages(data) + 1) if data[_head(page)] not in _KINDS]
    if chained:
        page = chance.choice(chained)
        struct.pack_into(">I", data, _head(page), chance.choice((page, chained[0], 1, 0, 2**32 - 1)))


def _free_list(data: bytearray, chance: random.Random) -> None:
    page = _any_page(data, chance)
    struct.pack_into(
        ">II", data, 32, chance.choice((page, 1, 2**32 - 1)), chance.choice((1, 5, 2**31, 2**32 - 1))
    )
    if chance.random() < 0.5:
        struct.pack_into(">II", data, (page - 1) * PAGE_BYTES, page, 4_000)


def _header_field(data: bytearray, chance: random.Random) -> None:
    place = chance.choice(
        (16, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 92, 96)
    )
    width = 1 if 18 <= place <= 23 else 2 if place == 16 else 4
    value = chance.choice((0, 1, 2, 3, 4, 0x7F, 0xFF, 0x7FFF_FFFF, 0xFFFF_FFFF))
    data[place : place + width] = value.to_bytes(4, "big")[-width:]


def _write_ahead(data: bytearray, _chance: random.Random) -> None:
    """Say that a write-ahead log belongs to the file."""
    data[18:20] = b"\2\2"


def _free_block(data: bytearray, chance: random.Random) -> None:
    head = _head(_any_tree_page(data, chance))
    struct.pack_into(">H", data, head + 1, chance.choice((1, 8, head % PAGE_BYTES, PAGE_BYTES - 2, 0xFFFF)))
    data[head + 7] = chance.choice((0, 60, 255))


def _swap_pages(data: bytearray, chance: random.Random) -> None:
    one, other = ((_any_page(data, chance) - 1) * PAGE_BYTES for _ in range(2))
    first, second = bytes(data[one : one + PAGE_BYTES]), bytes(data[other : other + PAGE_BYTES])
    data[one : one + PAGE_BYTES], data[other : other + PAGE_BYTES] = second, first


def _page_count(data: bytearray, chance: random.Random) -> None:
    """Cut off or add pages and let the header say so."""
    count = max(1, _pages(data) + chance.choice((-20, -5, -1, 1, 3)))
    data[count * PAGE_BYTES :] = bytes(max(0, count * PAGE_BYTES - len(data)))
    struct.pack_into(">I", data, 28, count)


@dataclass(frozen=True, slots=True)
class PageDamage:
    """One kind of damage to the pages of a file."""

    name: str
    damage: Damage


PAGE_DAMAGES = (
    PageDamage("kind of a page", _kind_of_page),
    PageDamage("count of cells", _count_of_cells),
    PageDamage("pointer to a cell", _cell_pointer),
    PageDamage("one cell many times", _same_cell_again),
    PageDamage("tree in a circle", _child_page),
    PageDamage("leaf as a node", _leaf_becomes_tree),
    PageDamage("size of a row", _payload_size),
    PageDamage("types of a row", _serial_type),
    PageDamage("overflow in a circle", _overflow_chain),
    PageDamage("list of free pages", _free_list),
    PageDamage("field of the header", _header_field),
    PageDamage("write-ahead log", _write_ahead),
    PageDamage("free blocks", _free_block),
    PageDamage("pages swapped", _swap_pages),
    PageDamage("pages cut or added", _page_count),
)
