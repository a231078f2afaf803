"""Takes from ICU's library of data what Qt or this program never reads: 23 of its 32 MB.

Qt has tables of its own for languages, currencies, units and line breaks; of ICU it calls case mapping,
collation, converters and time zones only. That no other function is called is checked by whoever uses this.
Of these four the program needs two: it shows no names of time zones, and old encodings are read by Python.
"""

import struct
from dataclasses import dataclass

UNREAD_FOLDERS = frozenset({"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone"})
UNREAD_SUFFIX = ".cnv"
FUNCTIONS_THAT_READ_THE_REST = ("u_str", "u_errorName", "ucal_", "ucnv_", "ucol_", "UCNV_")

_MARK, _FORMAT, _FORMAT_AT = b"\xda\x27", b"CmnD", 12
_PAGE, _ALIGNMENT = 0x1000, 16
_ENTRIES_AT = 4
_LOAD = 1


class UnknownLayoutError(Exception):
    """The library is not built as the one this was written for; it must be looked at anew."""


@dataclass(frozen=True, slots=True)
class _Item:
    name: bytes
    data: bytes


def trimmed_library(library: bytes) -> bytes:
    """Return the same shared library with less data in it; raises UnknownLayoutError."""
    package, dynamic = _segments(library)
    start = _package_start(library)
    data = _trimmed_package(library[start:package])
    text_end = start + len(data)
    # The loader maps whole pages: the second segment keeps its address, so its place within a page too.
    dynamic_offset, dynamic_size, in_page = dynamic
    new_offset = text_end + (in_page - text_end) % _PAGE
    made = bytearray(library[:start] + data)
    made += bytes(new_offset - len(made)) + library[dynamic_offset : dynamic_offset + dynamic_size]
    _patch_headers(made, text_end, dynamic_offset, new_offset)
    return bytes(made)


def package_items(library: bytes) -> tuple[str, ...]:
    """Return the names of what is in the library."""
    end, _dynamic = _segments(library)
    _header, items = _items(library[_package_start(library) : end])
    return tuple(item.name.decode("ascii") for item in items)


def _segments(library: bytes) -> tuple[int, tuple[int, int, int]]:
    """Return the end of the first segment, and (offset, size, place within a page) of the second."""
    loaded = [header for header in _program_headers(library) if header[0] == _LOAD]
    if len(loaded) != 2 or loaded[0][2] != 0:
        raise UnknownLayoutError("there are not two segments, the first at the start of the file")
    _kind, _flags, offset, address, _physical, in_file, *_rest = loaded[1]
    return loaded[0][5], (offset, in_file, address % _PAGE)


def _program_headers(library: bytes) -> list[tuple[int, ...]]:
    (start,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    return [struct.unpack_from("<IIQQQQQQ", library, start + index * size) for index in range(count)]


def _patch_headers(made: bytearray, text_end: int, old_offset: int, new_offset: int) -> None:
    (start,) = struct.unpack_from("<Q", made, 32)
    size, count = struct.unpack_from("<HH", made, 54)
    for index in range(count):
        at = start + index * size
        kind, flags, offset, address, physical, in_file, in_memory, align = struct.unpack_from(
            "<IIQQQQQQ", made, at
        )
        if kind == _LOAD and offset == 0:
            in_file = in_memory = text_end
        elif offset == old_offset:
            offset = new_offset
        struct.pack_into(
            "<IIQQQQQQ", made, at, kind, flags, offset, address, physical, in_file, in_memory, align
        )
    # The list of sections, which only linkers and debuggers read, stood behind what is gone.
    struct.pack_into("<Q", made, 40, 0)
    struct.pack_into("<HHH", made, 58, 0, 0, 0)


def _package_start(library: bytes) -> int:
    at = library.find(_MARK)
    while at != -1:
        start = at - 2
        if library[start + _FORMAT_AT : start + _FORMAT_AT + 4] == _FORMAT:
            return start
        at = library.find(_MARK, at + 1)
    raise UnknownLayoutError("there is no package of ICU data")


def _trimmed_package(package: bytes) -> bytes:
    header, items = _items(package)
    kept = [item for item in items if not _is_unread(item.name)]
    if len(kept) == len(items):
        raise UnknownLayoutError("none of the folders to leave out is there")
    names_at = _ENTRIES_AT + 8 * len(kept)
    names = b"".join(item.name + b"\0" for item in kept)
    body = bytearray(struct.pack("<I", len(kept)) + bytes(8 * len(kept)) + names)
    name_at = names_at
    for index, item in enumerate(kept):
        # Counted from the end of the header, which is a multiple of the alignment long.
        body += bytes(-len(body) % _ALIGNMENT)
        struct.pack_into("<II", body, _ENTRIES_AT + 8 * index, name_at, len(body))
        body += item.data
        name_at += len(item.name) + 1
    return header + bytes(body)


def _items(package: bytes) -> tuple[bytes, list[_Item]]:
    (header_size,) = struct.unpack_from("<H", package)
    body = package[header_size:]
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, _ENTRIES_AT + 8 * index) for index in range(count)]
    starts = [data_at for _name_at, data_at in places]
    if starts != sorted(starts) or header_size % _ALIGNMENT:
        raise UnknownLayoutError("the data do not follow one another")
    ends = [*starts[1:], len(body)]
    return package[:header_size], [
        _Item(body[name_at : body.index(0, name_at)], body[start:end])
        for (name_at, start), end in zip(places, ends, strict=True)
    ]


def _is_unread(name: bytes) -> bool:
    parts = name.decode("ascii").split("/")
    folder = parts[1] if len(parts) > 2 else ""
    return folder in UNREAD_FOLDERS or parts[-1].endswith(UNREAD_SUFFIX)
