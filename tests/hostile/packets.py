"""Submission packets as an attacker makes them: a zip written field by field, with lies wherever one fits."""

import io
import json
import random
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

from courseplayer.submissions.content import AttachedFile
from courseplayer.submissions.packing import packet_bytes
from hostile.mutations import mutated
from making.submissions import paragraph, submission

_CONTENT = submission(
    paragraph("We listened."),
    attachments=(AttachedFile("photo.jpg", b"picture" * 40),),
    review_questions=("What was clear?",),
)
NAMES = (
    "../evil.txt",
    "documents/../../evil.txt",
    "attachments/../../../evil",
    "/etc/evil",
    "//host/share/evil",
    "\\evil",
    "C:\\evil.txt",
    "C:evil",
    "documents/C:evil",
    "..\\evil",
    "attachments\\..\\evil",
    "documents/a\\b",
    "documents/a/b",
    "documents//a",
    "documents/./a",
    "documents/.",
    "documents/..",
    "documents/.hidden",
    "documents/",
    "attachments/",
    "evil.txt",
    "manifest.json/",
    "Manifest.json",
    "documents/a\0.txt",
    "documents/a\n",
    "documents/a\x1b[2J",
    "documents/a:stream",
    "documents/a::$DATA",
    "attachments/a.",
    "attachments/a ",
    "attachments/" + "a" * 5_000,
    "",
    " ",
    "documents",
    "DOCUMENTS/a",
    "documents/a?",
    "documents/a*",
    "documents/<a>",
    'documents/"a"',
    "documents/a|b",
    "\ufeffdocuments/a",
    "documents\u2215a",
    "documents\uff0fa",
    "~/evil",
    "$HOME/evil",
    "%APPDATA%/evil",
    "-rf",
    "./a",
)
DEVICES = (
    "CON",
    "con.txt",
    "NUL",
    "nul.tar.gz",
    "AUX.jpg",
    "COM1",
    "com9.txt",
    "LPT1.pdf",
    "CONIN$",
    "PRN.",
    "COM¹",
)
DIRECTIONS = (
    "photo\u202egpj.exe",
    "\u2066a\u2069.txt",
    "a\u200e.txt",
    "\u061c.txt",
    "a\u200b.txt",
    "a\u00ad.txt",
)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a zip; what is None is written as it is, everything else is a lie."""

    name: bytes
    data: bytes
    method: int = 0
    packed: bytes | None = None
    flags: int = 0x800
    size: int | None = None
    packed_size: int | None = None
    check: int | None = None
    local_name: bytes | None = None
    offset: int | None = None
    attributes: int = 0o100644 << 16
    extra: bytes = b""


def zipped(
    parts: list[Part], *, comment: bytes = b"", count: int | None = None, size: int | None = None
) -> bytes:
    """Write a zip with whatever its parts say."""
    body, directory = bytearray(), bytearray()
    for part in parts:
        packed = part.data if part.packed is None else part.packed
        sizes = (
            zlib.crc32(part.data) if part.check is None else part.check,
            len(packed) if part.packed_size is None else part.packed_size,
            len(part.data) if part.size is None else part.size,
        )
        name = part.name if part.local_name is None else part.local_name
        at = len(body) if part.offset is None else part.offset
        common = (20, part.flags, part.method, 0, 0x21, *sizes)
        body += struct.pack("<4s5H3I2H", b"PK\3\4", *common, len(name), 0) + name + packed
        directory += struct.pack(
            "<4s6H3I5H2I",
            b"PK\1\2",
            0x031E,
            *common,
            len(part.name),
            len(part.extra),
            0,
            0,
            0,
            part.attributes,
            at,
        )
        directory += part.name + part.extra
    parts_told = len(parts) if count is None else count
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, parts_told & 0xFFFF, parts_told & 0xFFFF,
                      len(directory) if size is None else size, len(body), len(comment))  # fmt: skip
    return bytes(body + directory) + end + comment


@cache
def sound_files() -> Mapping[str, bytes]:
    """Return what is in a sound packet."""
    with ZipFile(io.BytesIO(sound_packet())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def sound_packet() -> bytes:
    """Return a packet that is read."""
    return packet_bytes(_CONTENT)


def parts_of(files: Mapping[str, bytes]) -> list[Part]:
    """Return files as honest parts."""
    return [Part(name.encode("utf-8", "surrogateescape"), data) for name, data in files.items()]


def with_file(name: str, data: bytes = b"evil", **lies: Any) -> bytes:
    """Add one file that the manifest lists properly, so that only its name or its lies can give it away."""
    files = dict(sound_files())
    manifest = json.loads(files["manifest.json"])
    role = "document" if name.startswith("documents/") else "attachment"
    manifest["files"].append(
        {
            "path": name,
            "mime": "text/plain",
            "size_bytes": len(data),
            "sha256": sha256(data).hexdigest(),
            "role": role,
        }
    )
    files["manifest.json"] = json.dumps(manifest).encode()
    return zipped([*parts_of(files), Part(name.encode("utf-8", "surrogatepass"), data, **lies)])


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _with_manifest(change: Callable[[dict[str, Any]], object]) -> bytes:
    files = dict(sound_files())
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    files["manifest.json"] = json.dumps(manifest).encode()
    return zipped(parts_of(files))


def _raw_manifest(data: bytes) -> bytes:
    return zipped(parts_of({**sound_files(), "manifest.json": data}))


def hostile_packets(seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield 500 packets and more, each with the kind of attack that it is."""
    yield from ((f"name {name!r}", with_file(name)) for name in NAMES)
    yield from ((f"device {name}", with_file(f"attachments/{name}")) for name in DEVICES)
    yield from ((f"direction {name!r}", with_file(f"attachments/{name}")) for name in DIRECTIONS)
    yield from _kinds_of_files()
    yield from _bombs()
    yield from _lies()
    yield from _twice()
    yield from _manifests()
    yield from _texts()
    yield from _blind(seed, 220)


def _kinds_of_files() -> Iterator[tuple[str, bytes]]:
    kinds = (0o120777, 0o040755, 0o020666, 0o060666, 0o010666, 0o140777, 0o104755, 0o170000)
    for mode in kinds:
        yield f"mode {mode:o}", with_file("attachments/a", b"/etc/passwd", attributes=mode << 16)
        yield f"text of mode {mode:o}", _changed("documents/text.json", attributes=mode << 16)


def _changed(name: str, **lies: Any) -> bytes:
    parts = [replace(p, **lies) if p.name == name.encode() else p for p in parts_of(sound_files())]
    return zipped(parts)


def _bombs() -> Iterator[tuple[str, bytes]]:
    zeros = bytes(64_000_000)
    packed = _deflated(zeros)
    yield "64 MB of zeros", with_file("attachments/a", zeros, method=8, packed=packed)
    yield "64 MB that say 100", with_file("attachments/a", zeros[:100], method=8, packed=packed, check=0)
    yield "a manifest of 64 MB", _changed("manifest.json", method=8, packed=packed, size=900_000)
    yield "a text of 64 MB", _changed("documents/text.json", method=8, packed=packed, size=100)
    one = Part(b"attachments/bomb", zeros, 8, packed)
    yield (
        "one bomb under 200 names",
        zipped(
            [
                *parts_of(sound_files()),
                *(replace(one, name=b"attachments/%d" % n, offset=0, packed=b"") for n in range(190)),
            ]
        ),
    )
    for count in (202, 1_000, 20_000, 70_000):
        many = [Part(b"attachments/%d" % n, b"", flags=0) for n in range(count)]
        yield f"{count} files", zipped([*parts_of(sound_files()), *many])
    yield "a packet in a packet", with_file("attachments/inner.submission", sound_packet())
    for ratio in (150, 199, 201, 1_000):
        data = bytes(2_000_000)
        stored = _deflated(data) + bytes(max(0, 2_000_000 // ratio - len(_deflated(data))))
        yield f"ratio {ratio}", with_file("attachments/a", data, method=8, packed=stored)


def _lies() -> Iterator[tuple[str, bytes]]:
    huge = (0, 1, 0x7FFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFF)
    for value in huge:
        for field in ("size", "packed_size", "offset", "check"):
            yield f"{field} {value}", with_file("attachments/a", b"evil", **{field: value})
            yield f"manifest's {field} {value}", _changed("manifest.json", **{field: value})
        yield f"count {value}", zipped(parts_of(sound_files()), count=value)
        yield f"size of the directory {value}", zipped(parts_of(sound_files()), size=value)
    for method in (1, 6, 9, 12, 14, 93, 95, 99, 0xFFFF):
        yield f"method {method}", with_file("attachments/a", method=method)
    for flags in (0x1, 0x41, 0x2001, 0x8, 0x20, 0xFFFF, 0):
        yield f"flags {flags:#x}", with_file("attachments/a", flags=flags)
        yield f"manifest's flags {flags:#x}", _changed("manifest.json", flags=flags)
    extra = struct.pack("<HHQQQ", 1, 24, 2**63, 2**63, 2**63)
    for lie in (extra, extra[:4], b"\1\0\xff\xff", b"\x75\x70\xff\xff" + b"x" * 9):
        yield f"extra field {lie[:6]!r}", with_file("attachments/a", extra=lie, size=0xFFFF_FFFF)
    yield "another local name", with_file("attachments/a", local_name=b"../../evil")
    end = b"PK\6\6" + bytes(52) + b"PK\6\7" + bytes(16)
    sound = sound_packet()
    yield "zip64 end", sound[:-22] + end + sound[-22:]
    for comment in (b"c", b"PK\5\6" + bytes(18), b"x" * 65_535):
        yield "comment", zipped(parts_of(sound_files()), comment=comment)
    for cut in (0, 1, 21, 22, 100, len(sound) // 2, len(sound) - 1, len(sound) - 22):
        yield f"cut after {cut}", sound[:cut]
    for lead in (b"MZ" + bytes(510), b"#!/bin/sh\nrm -rf ~\n", sound, b"%PDF-1.7\n", b"\x89PNG"):
        yield "something before it", lead + sound


def _twice() -> Iterator[tuple[str, bytes]]:
    for name in sound_files():
        parts = parts_of(sound_files())
        yield f"{name} twice", zipped([*parts, Part(name.encode(), b"another")])
        yield f"{name} in capitals too", zipped([*parts, Part(name.upper().encode(), b"another")])
        yield f"{name} missing", zipped([part for part in parts if part.name != name.encode()])
        yield f"{name} changed", _changed(name, data=b"changed")
        yield f"{name} longer", _changed(name, data=sound_files()[name] + b" ")


def _put(key: str, value: object, manifest: dict[str, Any]) -> None:
    manifest[key] = value


def _put_in_list(field: str, value: object, manifest: dict[str, Any]) -> None:
    manifest["files"][0][field] = value


def _manifests() -> Iterator[tuple[str, bytes]]:
    values: tuple[object, ...] = (
        None,
        0,
        -1,
        1.5,
        True,
        "",
        "x" * 10_000,
        [],
        {},
        [[]],
        2**70,
        "\u202e\0",
        "../x",
    )
    for key in ("format", "version", "created", "learner", "course", "step", "attempt", "words", "files"):
        for value in values:
            yield f"{key} is {str(value)[:20]!r}", _with_manifest(partial(_put, key, value))
    for field in ("path", "mime", "size_bytes", "sha256", "role"):
        for value in values:
            told = f"a file's {field} is {str(value)[:20]!r}"
            yield told, _with_manifest(partial(_put_in_list, field, value))
    for data in (
        b"", b"{", b"null", b"[]", b"[" * 200_000, b'{"a":' * 100_000, b"\xff\xfe{", b'{"version":1e999}', b"NaN",
        b'{"version":' + b"9" * 5_000 + b"}", b'{"format":"\\ud800"}', b"{}" + b" " * 1_100_000, b"\xef\xbb\xbf{}",
    ):  # fmt: skip
        yield f"manifest {data[:12]!r}", _raw_manifest(data)


def _texts() -> Iterator[tuple[str, bytes]]:
    block = (
        '{"kind":"paragraph","level":0,"spans":[{"text":"a","is_bold":false,"is_italic":false,"link":%s}]}'
    )
    for text in (
        "", "{", "null", "[" * 100_000, '{"version":1,"blocks":[]}', '{"version":2,"blocks":[]}', '{"version":1}',
        '{"version":1,"blocks":' + "[" * 9_000, '{"version":1,"blocks":[' + block % '"javascript:x"' + "]}",
        '{"version":1,"blocks":[' + block % '"file:///etc/passwd"' + "]}", '{"version":1,"blocks":[{"kind":"script"}]}',
        '{"version":1,"blocks":[' + ",".join([block % "null"] * 20_000) + "]}",
        '{"version":1,"blocks":[' + block.replace('"level":0', '"level":' + "9" * 5_000) % "null" + "]}",
        '{"version":1,"blocks":[' + block.replace('"a"', '"\\ud800\\u0000\\u202e"') % "null" + "]}",
        '{"version":1,"blocks":[' + block.replace('"level":0', '"level":1e400') % "null" + "]}",
    ):  # fmt: skip
        data = text.encode()
        files = {**sound_files(), "documents/text.json": data}
        manifest = json.loads(files["manifest.json"])
        for listed in manifest["files"]:
            if listed["path"] == "documents/text.json":
                listed |= {"size_bytes": len(data), "sha256": sha256(data).hexdigest()}
        yield (
            f"text {text[:30]!r}",
            zipped(parts_of({**files, "manifest.json": json.dumps(manifest).encode()})),
        )


def _blind(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    sound = sound_packet()
    for number in range(count):
        yield "flipped, cut, spliced", mutated(sound, random.Random(f"{seed} {number}"))
