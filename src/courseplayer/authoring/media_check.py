"""Checks before a course is built that a video or sound will really play on a learner's PC.

Why each check is there: docs/decisions/media-check.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from courseplayer.authoring.media_opening import (
    jump,
    key_frame_times_ms,
    main_video,
    open_medium,
    rewind,
    stream_ms,
)
from courseplayer.authoring.media_signature import SIGNATURE_BYTES, Wrapping, looks_like_text, recognise
from courseplayer.course.content import MediumKind
from courseplayer.course.timestamps import format_time_code

PLAYABLE_VIDEO = frozenset(
    {"h264", "hevc", "vp8", "vp9", "mpeg1video", "mpeg2video", "mpeg4", "theora", "wmv2", "flv1"}
)
PLAYABLE_AUDIO = frozenset({"aac", "mp3", "mp2", "opus", "vorbis", "flac", "ac3", "wmav1", "wmav2"})
KEY_FRAME_GAP_MS = 4_000
WEAK_PC_LINES = 480
WEAK_PC_BITS_PER_SECOND = 2_500_000

_US_PER_MS = 1_000
_END_TOLERANCE_MS = 2_000
_DEMUXERS_WITH_INDEX = ("mov", "matroska", "avi")
_NEAR_END_MS = 1_000
_FAR_FROM_END_MS = 30_000
_PACKETS_PER_CHECKPOINT = 500

Checkpoint = Callable[[int], None]
"""Called now and then with the bytes read so far; may raise Cancelled."""


class UnplayableMediumError(Exception):
    """This file will not play; the text is a whole sentence with advice."""


@dataclass(frozen=True, slots=True)
class MediumFacts:
    """What was found out about a medium that plays; ``warnings`` are whole sentences."""

    kind: MediumKind
    mime: str
    duration_ms: int | None
    video_codec: str | None
    audio_codec: str | None
    width: int | None
    height: int | None
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _End:
    """What was seen on the way to the end of a medium."""

    reached_ms: int = 0
    key_frames_ms: tuple[int, ...] = ()
    is_decoded: bool = False


def check_medium(path: Path, checkpoint: Checkpoint) -> MediumFacts:
    """Open, decode and measure a medium; raises UnplayableMediumError, OSError if it cannot be read."""
    with path.open("rb") as stream:
        wrapping = _recognised(stream, path)
        try:
            with open_medium(stream, wrapping) as container:
                return _examine(container, wrapping, path, stream, checkpoint)
        except av.FFmpegError as broken:
            raise UnplayableMediumError(
                "The video or sound is damaged or incomplete; copy or export it again."
            ) from broken


def conversion_advice(file_name: str) -> str:
    """Give the command that turns any video into one that plays everywhere, also on a weak PC."""
    stem = Path(file_name).stem
    return (
        f'Convert it with: ffmpeg -i "{file_name}" -vf "scale=-2:\'trunc(min(480,ih)/2)*2\'" -c:v libx264 '
        '-pix_fmt yuv420p -crf 23 -force_key_frames "expr:gte(t,n_forced*2)" -c:a aac -b:a 96k '
        f'-movflags +faststart "{stem}-light.mp4"'
    )


def _recognised(stream: BinaryIO, path: Path) -> Wrapping:
    head = stream.read(SIGNATURE_BYTES)
    stream.seek(0)
    if not head:
        raise UnplayableMediumError("The file is empty; copy it again from where it came.")
    wrapping = recognise(head)
    if wrapping is not None:
        return wrapping
    if looks_like_text(head):
        raise UnplayableMediumError(
            "This is text or a playlist that points to other files, not a video; put the video itself here."
        )
    advice = conversion_advice(path.name)
    raise UnplayableMediumError(f"This is not a video or sound file known here. {advice}")


def _examine(
    container: InputContainer, wrapping: Wrapping, path: Path, stream: BinaryIO, checkpoint: Checkpoint
) -> MediumFacts:
    video = main_video(container)
    audio = next(iter(container.streams.audio), None)
    if video is None and audio is None:
        raise UnplayableMediumError("There is neither a picture nor a sound in this file; export it again.")
    video_codec = _playable_codec(video, PLAYABLE_VIDEO, path)
    audio_codec = _playable_codec(audio, PLAYABLE_AUDIO, path)
    rotation = _first_frames(container, video, audio)
    if wrapping.demuxer == "mov":
        _check_length(container, path)
    told_ms = None if container.duration is None else container.duration // _US_PER_MS
    streams = [s for s in (video, audio) if s is not None]
    has_index = wrapping.demuxer in _DEMUXERS_WITH_INDEX
    end = _go_to_end(container, streams, told_ms, stream, checkpoint, has_index=has_index)
    _check_end(end, told_ms)
    duration_ms = told_ms if told_ms is not None else end.reached_ms
    width, height = _size(video, is_on_its_side=rotation % 180 == 90)
    return MediumFacts(
        kind=MediumKind.AUDIO if video is None else MediumKind.VIDEO,
        mime=wrapping.audio_mime if video is None else wrapping.video_mime,
        duration_ms=duration_ms or None,
        video_codec=video_codec,
        audio_codec=audio_codec,
        width=width,
        height=height,
        warnings=() if video is None else tuple(_warnings(video, end, told_ms, path)),
    )


def _playable_codec(
    stream: VideoStream | AudioStream | None, playable: frozenset[str], path: Path
) -> str | None:
    if stream is None:
        return None
    # FFmpeg gives no codec context for a track it cannot name.
    codec = stream.codec_context.codec.canonical_name if stream.codec_context else "unknown"
    if codec in playable or (stream.type == "audio" and codec.startswith("pcm_")):
        return codec
    what = "picture" if stream.type == "video" else "sound"
    raise UnplayableMediumError(
        f"Its {what} is in the format {codec.upper()}, which does not play on the learners' PCs. "
        + conversion_advice(path.name)
    )


def _first_frames(container: InputContainer, video: VideoStream | None, audio: AudioStream | None) -> int:
    """Decode the beginning of picture and sound; return by how many degrees the picture is turned."""
    rotation = 0
    if video is not None:
        # Media are checked side by side, so threads for one of them would gain nothing.
        video.codec_context.thread_count = 1
        picture = _first_picture(container, video)
        if picture is None:
            raise UnplayableMediumError("No picture could be read from this video; export it again.")
        rotation = picture.rotation
        rewind(container)
    if audio is not None and next(container.decode(audio), None) is None:
        raise UnplayableMediumError("No sound could be read from this file; export it again.")
    return rotation


def _first_picture(container: InputContainer, video: VideoStream) -> VideoFrame | None:
    return next((frame for packet in container.demux(video) for frame in _pictures_of(packet, video)), None)


def _pictures_of(packet: "Packet[Stream] | Packet[VideoStream]", video: VideoStream) -> list[VideoFrame]:
    """Decode a packet; a key frame needs no others, though the decoder would wait for them."""
    decoder = video.codec_context
    frames = decoder.decode(packet)
    if not frames and packet.is_keyframe:
        try:
            frames = decoder.decode(None)
        finally:
            decoder.flush_buffers()
    return frames


def _check_length(container: InputContainer, path: Path) -> None:
    """The index of an MP4 tells where its last pieces lie: a shorter file was cut off."""
    indexes = [stream.index_entries for stream in container.streams if len(stream.index_entries)]
    last = [index[len(index) - 1] for index in indexes]
    if any(entry.pos + entry.size > path.stat().st_size for entry in last):
        raise UnplayableMediumError(
            "The file is incomplete: its end is missing. Copy it again from where it came."
        )


def _go_to_end(
    container: InputContainer,
    streams: list[VideoStream | AudioStream],
    told_ms: int | None,
    file: BinaryIO,
    checkpoint: Checkpoint,
    *,
    has_index: bool,
) -> _End:
    """Jump near the end and read on: the last part must be there, and its first frame must decode.

    A file that does not tell its length (a browser's recording) is read from the start instead. One without
    an index (a transport stream) may have no key frame so near its end, and is entered earlier then.
    """
    video = next((stream for stream in streams if stream.type == "video"), None)
    ways_back_ms = [_NEAR_END_MS] if has_index or video is None else [_NEAR_END_MS, _FAR_FROM_END_MS, None]
    for back_ms in ways_back_ms:
        if back_ms is None or (told_ms or 0) <= back_ms:
            rewind(container)
        else:
            jump(container, (container.start_time or 0) + ((told_ms or 0) - back_ms) * _US_PER_MS)
        end = _read_on(container, streams, file, checkpoint)
        if end.is_decoded:
            break
    else:
        raise UnplayableMediumError(
            "The end of the video cannot be shown; it is damaged or incomplete. Copy or export it again."
        )
    indexed_ms = () if video is None else key_frame_times_ms(video)
    end.key_frames_ms = indexed_ms or (end.key_frames_ms if told_ms is None else ())
    return end


def _read_on(
    container: InputContainer,
    streams: list[VideoStream | AudioStream],
    file: BinaryIO,
    checkpoint: Checkpoint,
) -> _End:
    """Read from here to the end, decoding the first frame of each stream."""
    waiting = {stream.index: stream for stream in streams}
    ends = dict.fromkeys(waiting, 0)
    key_frames: dict[int, list[int]] = {index: [] for index in waiting}
    broken: dict[int, av.InvalidDataError] = {}
    for count, packet in enumerate(container.demux(*streams)):
        index = packet.stream.index
        if count % _PACKETS_PER_CHECKPOINT == 0:
            checkpoint(file.tell())
        if packet.pts is not None:
            ends[index] = max(ends[index], packet.pts + (packet.duration or 0))
            if packet.is_keyframe:
                key_frames[index].append(packet.pts)
        if index in waiting:
            try:
                is_whole = _decodes(packet, waiting[index])
            except av.InvalidDataError as unreadable:
                # A jump into a stream without an index may land in the middle of a frame.
                broken[index] = unreadable
                continue
            if is_whole:
                del waiting[index]
                broken.pop(index, None)
    if broken:
        raise next(iter(broken.values()))
    start_ms = (container.start_time or 0) // _US_PER_MS
    return _End(
        reached_ms=max(0, *(stream_ms(stream, ends[stream.index]) - start_ms for stream in streams)),
        key_frames_ms=tuple(
            stream_ms(stream, at) - start_ms
            for stream in streams
            if stream.type == "video"
            for at in key_frames[stream.index]
        ),
        is_decoded=not any(stream.type == "video" for stream in waiting.values()),
    )


def _decodes(packet: "Packet[Stream]", stream: VideoStream | AudioStream) -> bool:
    return bool(_pictures_of(packet, stream) if isinstance(stream, VideoStream) else stream.decode(packet))


def _check_end(end: _End, told_ms: int | None) -> None:
    if told_ms is None or end.reached_ms >= told_ms - min(_END_TOLERANCE_MS, told_ms // 4):
        return
    raise UnplayableMediumError(
        f"The file is incomplete: it should last {format_time_code(told_ms)}, but ends after "
        f"{format_time_code(end.reached_ms)}. Copy it again from where it came."
    )


def _size(video: VideoStream | None, *, is_on_its_side: bool) -> tuple[int | None, int | None]:
    if video is None:
        return None, None
    return (video.height, video.width) if is_on_its_side else (video.width, video.height)


def _warnings(video: VideoStream, end: _End, told_ms: int | None, path: Path) -> Iterable[str]:
    duration_ms = told_ms or end.reached_ms
    gap_ms = max((b - a for a, b in pairwise((*end.key_frames_ms, duration_ms))), default=0)
    reasons = []
    if end.key_frames_ms and gap_ms > KEY_FRAME_GAP_MS:
        reasons.append(f"jumping in it is slow (key frames up to {gap_ms / 1000:.0f} s apart)")
    bits_per_second = path.stat().st_size * 8_000 // max(1, duration_ms)
    if min(video.width, video.height) > WEAK_PC_LINES:
        reasons.append(f"{video.width}×{video.height} may stutter on a weak PC")
    if bits_per_second > WEAK_PC_BITS_PER_SECOND:
        reasons.append(f"it is large for its length ({bits_per_second / 1_000_000:.1f} Mbit/s)")
    if told_ms is None:
        reasons.append("it does not tell its length")
    if reasons:
        yield f"It plays, but {'; '.join(reasons)}. {conversion_advice(path.name)}"
