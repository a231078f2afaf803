"""Reads from a Linux library or program what it needs: other libraries, and versions of their symbols."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
_LITTLE_64_BIT = b"\x02\x01"
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NEEDED, _DT_STRTAB, _DT_SONAME, _DT_RPATH, _DT_RUNPATH = 1, 5, 14, 15, 29
_DT_PASSED_OVER = 0x6FFFFEF0
_DT_VERNEED, _DT_VERNEEDNUM = 0x6FFFFFFE, 0x6FFFFFFF


class NotElfError(Exception):
    """The file is no 64-bit little-endian ELF file."""


@dataclass(frozen=True, slots=True)
class ElfFile:
    """What the loader reads of a file; ``versions`` are pairs of a library and a version it must define."""

    needed: tuple[str, ...]
    soname: str | None
    run_path: str | None
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Segment:
    kind: int
    offset: int
    address: int
    size: int


def is_elf(path: Path) -> bool:
    """Tell an ELF file by its first bytes."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def read_elf(path: Path) -> ElfFile:
    """Read the dynamic section; raises NotElfError. A file without one, such as an object, needs nothing."""
    data = path.read_bytes()
    if data[:4] != MAGIC or data[4:6] != _LITTLE_64_BIT:
        raise NotElfError(str(path))
    segments = tuple(_segments(data))
    entries = tuple(_dynamic_entries(data, segments))
    single = dict(entries)
    if _DT_STRTAB not in single:
        return ElfFile((), None, None, ())
    strings = _offset_of(single[_DT_STRTAB], segments)

    def name(key: int) -> str | None:
        return _string(data, strings + single[key]) if key in single else None

    return ElfFile(
        needed=tuple(_string(data, strings + value) for tag, value in entries if tag == _DT_NEEDED),
        soname=name(_DT_SONAME),
        run_path=name(_DT_RUNPATH) or name(_DT_RPATH),
        versions=tuple(_versions(data, segments, single, strings)),
    )


def without_run_path(data: bytes) -> bytes:
    """Return the file without a search path of absolute folders, which only the build machine has.

    The entry becomes one that no loader knows and all pass over; nothing is moved.
    """
    segments = tuple(_segments(data))
    entries = tuple(_dynamic_entries(data, segments))
    single = dict(entries)
    made = bytearray(data)
    dynamic = next((segment for segment in segments if segment.kind == _PT_DYNAMIC), None)
    for index, (tag, value) in enumerate(entries):
        if dynamic is None or tag not in (_DT_RPATH, _DT_RUNPATH):
            continue
        if _string(data, _offset_of(single[_DT_STRTAB], segments) + value).startswith("/"):
            struct.pack_into("<qQ", made, dynamic.offset + 16 * index, _DT_PASSED_OVER, 0)
    return bytes(made)


def _segments(data: bytes) -> Iterator[_Segment]:
    (start,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for index in range(count):
        kind, _flags, offset, address, _physical, in_file = struct.unpack_from(
            "<IIQQQQ", data, start + index * size
        )
        yield _Segment(kind, offset, address, in_file)


def _dynamic_entries(data: bytes, segments: tuple[_Segment, ...]) -> Iterator[tuple[int, int]]:
    for segment in segments:
        if segment.kind != _PT_DYNAMIC:
            continue
        for tag, value in struct.iter_unpack("<qQ", data[segment.offset : segment.offset + segment.size]):
            if tag == 0:
                return
            yield tag, value


def _versions(
    data: bytes, segments: tuple[_Segment, ...], single: dict[int, int], strings: int
) -> Iterator[tuple[str, str]]:
    if _DT_VERNEED not in single:
        return
    at = _offset_of(single[_DT_VERNEED], segments)
    for _ in range(single[_DT_VERNEEDNUM]):
        _version, count, library, first, following = struct.unpack_from("<HHIII", data, at)
        inner = at + first
        for _ in range(count):
            _hash, _flags, _other, version, step = struct.unpack_from("<IHHII", data, inner)
            yield _string(data, strings + library), _string(data, strings + version)
            inner += step
        at += following


def _offset_of(address: int, segments: tuple[_Segment, ...]) -> int:
    for segment in segments:
        if segment.kind == _PT_LOAD and segment.address <= address < segment.address + segment.size:
            return address - segment.address + segment.offset
    raise NotElfError(f"address {address:#x} lies in no segment")


def _string(data: bytes, start: int) -> str:
    return data[start : data.index(0, start)].decode("ascii", "backslashreplace")
