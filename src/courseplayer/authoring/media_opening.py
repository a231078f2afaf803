"""Opens videos and sounds, and moves about in them.

FFmpeg gets an open stream and one named demuxer, never a path, so it cannot be led to other files.
"""

from fractions import Fraction
from typing import BinaryIO

import av
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from courseplayer.authoring.media_signature import SIGNATURE_BYTES, Wrapping, recognise

_BEFORE_START_US = 10_000_000


def open_medium(stream: BinaryIO, wrapping: Wrapping) -> InputContainer:
    """Open a medium from a stream; FFmpeg may use this one demuxer and open nothing else."""
    # The front of an MP4 tells all that others are searched through and decoded for.
    tells_all = wrapping.demuxer == "mov"
    return av.open(
        stream,
        "r",
        format=wrapping.demuxer,
        options={"skip_frame": "all", "threads": "1"} if tells_all else {},
        container_options={
            "protocol_whitelist": "none",
            "format_whitelist": wrapping.demuxer,
            **({"probesize": "32"} if tells_all else {}),
        },
        metadata_errors="replace",
    )


def jump(container: InputContainer, to_us: int) -> None:
    """Seek to the key frame before this time, or to the first one behind it where there is none before."""
    try:
        container.seek(to_us)
    except av.PermissionError:  # FFmpeg's word for: before the first entry of the index
        container.seek(to_us, backward=False)


def rewind(container: InputContainer) -> None:
    """Go to the very start; a transport stream's own start time leads behind its first key frame."""
    jump(container, (container.start_time or 0) - _BEFORE_START_US)


def recognise_stream(stream: BinaryIO) -> Wrapping | None:
    """Name the format of an open medium and go back to its start."""
    head = stream.read(SIGNATURE_BYTES)
    stream.seek(0)
    return recognise(head)


def main_video(container: InputContainer) -> VideoStream | None:
    """Return the moving picture of a medium; a sound's cover picture is none."""
    return next((v for v in container.streams.video if not v.disposition & Disposition.attached_pic), None)


def key_frame_times_ms(stream: Stream) -> tuple[int, ...]:
    """Return where decoding can begin, from the file's own index; empty when it has none."""
    index, start = stream.index_entries, stream.start_time or 0
    times_ms: list[int] = []
    position = index.search_timestamp(index[0].timestamp, backward=False) if len(index) else -1
    while position >= 0:
        ticks = index[position].timestamp
        times_ms.append(stream_ms(stream, ticks - start))
        position = index.search_timestamp(ticks + 1, backward=False)
    return tuple(times_ms)


def stream_ms(stream: Stream, ticks: int) -> int:
    """Return a time of a stream in ms."""
    base = stream.time_base or Fraction(0)
    # Not in fractions: a lecture has hundreds of key frames, and each would take 10 µs.
    return round(ticks * base.numerator * 1_000 / base.denominator)
