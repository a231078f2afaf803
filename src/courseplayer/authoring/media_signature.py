"""Tells a video or sound file from anything else by its first bytes, before FFmpeg may look at it."""

from dataclasses import dataclass

SIGNATURE_BYTES = 400

_MOV_BOXES = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"})
_TS_PACKET_BYTES = 188
_PREFIXES: tuple[tuple[bytes, str, str, str], ...] = (
    (b"OggS", "ogg", "video/ogg", "audio/ogg"),
    (b"fLaC", "flac", "", "audio/flac"),
    (b"ID3", "mp3", "", "audio/mpeg"),
    (b"FLV\x01", "flv", "video/x-flv", "audio/x-flv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf", "video/x-ms-wmv", "audio/x-ms-wma"),
    (b"\x00\x00\x01\xba", "mpeg", "video/mpeg", "audio/mpeg"),
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A file format that holds pictures and sound; ``demuxer`` is the only reader FFmpeg may use for it."""

    demuxer: str
    video_mime: str
    audio_mime: str


def recognise(head: bytes) -> Wrapping | None:
    """Name the format that these first bytes belong to; None for playlists, text and everything else."""
    for prefix, demuxer, video_mime, audio_mime in _PREFIXES:
        if head.startswith(prefix):
            return Wrapping(demuxer, video_mime or audio_mime, audio_mime)
    if head[4:8] in _MOV_BOXES:
        return Wrapping("mov", "video/mp4", "audio/mp4")
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        is_webm = b"webm" in head[:64]
        return Wrapping("matroska", *_matroska_mimes(is_webm=is_webm))
    return _recognise_riff(head) or _recognise_stream(head)


def looks_like_text(head: bytes) -> bool:
    """These bytes are readable text: a playlist, a list of files, a page saved under a wrong name."""
    return b"\x00" not in head and all(byte >= 32 or byte in b"\t\r\n\x0c\x1b" for byte in head)


def _matroska_mimes(*, is_webm: bool) -> tuple[str, str]:
    return ("video/webm", "audio/webm") if is_webm else ("video/x-matroska", "audio/x-matroska")


def _recognise_riff(head: bytes) -> Wrapping | None:
    if head[:4] != b"RIFF":
        return None
    if head[8:12] == b"WAVE":
        return Wrapping("wav", "audio/wav", "audio/wav")
    return Wrapping("avi", "video/x-msvideo", "video/x-msvideo") if head[8:11] == b"AVI" else None


def _recognise_stream(head: bytes) -> Wrapping | None:
    """Formats without a name at the front: MPEG audio frames, AAC in ADTS, MPEG transport streams."""
    if len(head) > _TS_PACKET_BYTES and head[0] == head[_TS_PACKET_BYTES] == 0x47:
        return Wrapping("mpegts", "video/mp2t", "audio/mp2t")
    if len(head) < 2 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return Wrapping("aac", "audio/aac", "audio/aac")
    return Wrapping("mp3", "audio/mpeg", "audio/mpeg") if head[1] & 0xE0 == 0xE0 and head[1] & 0x06 else None
