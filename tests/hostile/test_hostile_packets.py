"""Five hundred hostile packets: refused in a sentence, or read as what they are; never anything else."""

import resource
import time
from functools import cache
from pathlib import Path

import pytest

from courseplayer.course.errors import BadInputError
from courseplayer.submissions.packet import Packet, read_packet
from courseplayer.system.file_names import portable_file_name
from hostile.packets import DEVICES, DIRECTIONS, NAMES, hostile_packets, sound_packet, with_file

_HARMLESS = {
    # Signed by nobody, so whoever packs other files packs another packet.
    "a packet in a packet", "ratio 150", "ratio 199", "mode 104755", "text of mode 104755",
    # A count that nobody reads, and flags that change nothing.
    "flags 0x0", "flags 0x8", "manifest's flags 0x0", "manifest's flags 0x8",
}  # fmt: skip


_ALL = cache(lambda: tuple(hostile_packets()))


def _read(data: bytes, folder: Path) -> Packet | str:
    path = folder / "hostile.submission"
    path.write_bytes(data)
    began = time.process_time()
    try:
        return read_packet(path)
    except BadInputError as refusal:
        return str(refusal)
    finally:
        assert time.process_time() - began < 5
        path.unlink()


def test_no_packet_harms_and_what_is_read_is_what_was_packed(tmp_path: Path) -> None:
    sound = _read(sound_packet(), tmp_path)
    assert isinstance(sound, Packet)
    read: dict[str, Packet] = {}
    count = 0
    for name, data in _ALL():
        count += 1
        packet = _read(data, tmp_path)
        if isinstance(packet, Packet):
            read[name] = packet
            names = [file.file_name for file in packet.attachments]
            assert names == [portable_file_name(one) for one in names], name
        else:
            assert "\n" not in packet, name
            assert "nothing was taken from it" in packet, name
    assert count >= 500
    others = {
        name
        for name, packet in read.items()
        if (packet.document, packet.attachments) != (sound.document, sound.attachments)
    }
    # Another text with hashes that fit is another learner's answer.
    assert {name for name in others if not name.startswith("text '")} <= _HARMLESS
    assert list(tmp_path.glob("**/*evil*")) == []
    assert list(tmp_path.parent.glob("*evil*")) == []


@pytest.mark.parametrize("name", [*NAMES, *(f"attachments/{name}" for name in (*DEVICES, *DIRECTIONS))])
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    told = _read(with_file(name), tmp_path)
    assert isinstance(told, str)


def test_an_honest_name_is_read(tmp_path: Path) -> None:
    packet = _read(with_file("attachments/Étude (2) – ወረቀት.tar.gz"), tmp_path)
    assert isinstance(packet, Packet)
    assert packet.attachments[-1].data == b"evil"


@pytest.mark.parametrize("lead", [b"MZ" + bytes(510), b"#!/bin/sh\nrm -rf ~\n", b"%PDF-1.7\n"])
def test_a_program_with_a_packet_behind_it_is_none(lead: bytes, tmp_path: Path) -> None:
    assert "is not a zip" in str(_read(lead + sound_packet(), tmp_path))


def test_bombs_take_no_memory(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bombs = [data for name, data in _ALL() if "64 MB" in name or "bomb" in name]
    grown_by_making = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(bombs) >= 5
    for data in bombs:
        assert isinstance(_read(data, tmp_path), str)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown_by_making < 50_000
    assert grown_by_making >= before
