"""Finds the frame that a player shows at a time, and decodes no more than that frame needs."""

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from math import floor

from av.container import InputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from courseplayer.authoring.media_opening import jump, rewind

_US_PER_S = 1_000_000
_STEPS_BACK_MS = (0, 1_000, 10_000)
_TELLS_WHAT_OTHERS_NEED = frozenset({"h264", "hevc"})
_MOST_HELD_BACK = 16
"""Frames that H.264 and HEVC may decode before one that is shown earlier."""


class FrameFinder:
    """Goes forward through a video and jumps where a key frame lies between.

    Packets tell the times of their frames before anything is decoded, so the one that is wanted is known
    beforehand: what lies behind it is left alone, and of what lies before it only that is decoded which other
    frames refer to.
    """

    def __init__(self, container: InputContainer, video: VideoStream) -> None:
        self._container = container
        self._video = video
        self._decoder = video.codec_context
        # Videos are handled side by side, so threads for one of them would gain nothing.
        self._decoder.thread_count = 1
        self._tells_what_others_need = self._decoder.codec.canonical_name in _TELLS_WHAT_OTHERS_NEED
        self._alone: VideoCodecContext | None = None
        self._has_found = False
        self.rotation = 0
        """By how many degrees the pictures are turned; known with the first frame."""
        self._tick = video.time_base or Fraction(1, 1_000)
        self._start = (video.start_time or 0) * self._tick
        self._packets: Iterator[Packet[VideoStream]] = iter(())
        self._ahead: deque[Packet[VideoStream]] = deque()
        self._fed: list[int] = []
        self._frames: deque[VideoFrame] = deque()
        self._shown: VideoFrame | None = None
        self._reached = 0
        self._is_drained = self._is_over = False
        # Matroska and WebM read their index only when somebody seeks.
        rewind(container)
        # Formats without an index get one of what was read so far, which is no help in going on.
        self._index_length = len(video.index_entries)
        self._begin()

    def frame_at(self, at_ms: int, next_ms: int | None) -> VideoFrame | None:
        """Return the last frame that begins at or before this time, else the first of all.

        Times must rise; ``next_ms`` is the one that will be asked for next, None after the last.
        """
        until = self._ticks(at_ms)
        if self._is_drained or self._is_key_frame_between(until):
            self._jump(at_ms, until)
        wanted = self._decode_up_to(until)
        is_last_of_these = next_ms is None or self._is_key_frame_between(self._ticks(next_ms))
        self._bring_out(wanted, is_last_of_these=is_last_of_these)
        while self._frames and _time_of(self._frames[0]) <= until:
            self._shown = self._frames.popleft()
        found = self._shown or (self._frames[0] if self._frames else None)
        if found is not None and not self._has_found:
            self._has_found = True
            self.rotation = found.rotation
            if self._tells_what_others_need:
                self._alone = _decoder_of_lone_key_frames(self._decoder)
        return found

    def _begin(self) -> None:
        """Start anew where the container stands."""
        self._packets = self._container.demux(self._video)
        self._ahead.clear()
        self._fed.clear()
        self._frames.clear()
        self._shown = None
        self._reached = self._ticks(0) - 1
        self._is_drained = self._is_over = False

    def _ticks(self, at_ms: int) -> int:
        return floor((self._start + Fraction(at_ms, 1_000)) / self._tick)

    def _is_key_frame_between(self, until: int) -> bool:
        """A key frame lies between here and there; without an index there is no telling, so walk."""
        index = self._video.index_entries
        position = index.search_timestamp(until)
        return 0 <= position < self._index_length and index[position].timestamp > self._reached

    def _jump(self, at_ms: int, until: int) -> None:
        """Go to the key frame before; some formats land after it, so step back until it is before."""
        for back_ms in _STEPS_BACK_MS:
            if at_ms > back_ms:
                jump(self._container, round((self._start + Fraction(at_ms - back_ms, 1_000)) * _US_PER_S))
                self._begin()
                if self._reads_key_frame_before(until):
                    return
        rewind(self._container)
        self._begin()

    def _reads_key_frame_before(self, until: int) -> bool:
        while self._reads_on():
            if self._ahead[-1].is_keyframe:
                return _time_of(self._ahead[-1]) <= until
            self._ahead.clear()
        return False

    def _reads_on(self) -> bool:
        """Put the next packet behind those that wait to be decoded; tell whether there was one."""
        for packet in self._packets:
            # What comes after the last packet, and what stands for a repeated frame in AVI, is empty.
            if packet.size:
                self._ahead.append(packet)
                self._reached = max(self._reached, _time_of(packet) if packet.dts is None else packet.dts)
                return True
        return False

    def _decode_up_to(self, until: int) -> int | None:
        """Decode what lies before the last frame at or before a time, if it needs that; return its time.

        Unless it was decoded before, its packet is now the first of those ahead.
        """
        wanted = max((time for time in self._fed if time <= until), default=None)
        count = later = 0
        while later < _MOST_HELD_BACK and (count < len(self._ahead) or self._reads_on()):
            packet = self._ahead[count]
            time = _time_of(packet)
            if time > until:
                later += 1
                if packet.dts is not None and packet.dts > until:
                    break
            elif wanted is None or time > wanted:
                wanted = time
                for _ in range(count):
                    self._feed(wanted)
                count = 0
            count += 1
        self._fed = [time for time in self._fed if wanted is None or time >= wanted]
        return wanted

    def _feed(self, wanted: int | None) -> None:
        """Decode the next packet, unless it is shown before the wanted frame and nothing refers to it."""
        packet = self._ahead.popleft()
        is_before = wanted is not None and packet.pts is not None and packet.pts < wanted
        self._decoder.skip_frame = "NONREF" if is_before and self._tells_what_others_need else "DEFAULT"
        self._frames += self._decoder.decode(packet)
        self._fed.append(_time_of(packet))

    def _bring_out(self, wanted: int | None, *, is_last_of_these: bool) -> None:
        """Get the wanted frame out of the decoder, which holds frames back to put them in order."""
        while not self._is_out(wanted):
            if self._is_over or not (self._ahead or self._reads_on()):
                self._frames += [] if self._is_over else self._decoder.decode(None)
                self._is_over = True
                return
            if is_last_of_these and self._decodes_alone(wanted):
                self._is_drained = True
                return
            if is_last_of_these and wanted in self._fed:
                self._frames += self._decoder.decode(None)
                self._is_drained = True
                return
            self._feed(wanted)

    def _decodes_alone(self, wanted: int | None) -> bool:
        """Decode the wanted frame by itself if it is a key frame; tell whether that gave it."""
        packet = self._ahead[0]
        if self._alone is None or not packet.is_keyframe or _time_of(packet) != wanted:
            return False
        frames = (*self._alone.decode(packet), *self._alone.decode(None))
        self._alone.flush_buffers()
        self._frames += frames
        return bool(frames)

    def _is_out(self, wanted: int | None) -> bool:
        if wanted is None:
            return bool(self._frames)
        held = (*([] if self._shown is None else [self._shown]), *self._frames)
        return any(_time_of(frame) >= wanted for frame in held)


def _decoder_of_lone_key_frames(decoder: VideoCodecContext) -> VideoCodecContext:
    """Make a decoder without the smoothing that takes a quarter of its time and cannot be seen in a still.

    No other frame refers to what it decodes. It knows nothing of the file, so of no rotation.
    """
    alone = VideoCodecContext.create("h264" if decoder.codec.canonical_name == "h264" else "hevc", "r")
    alone.extradata = decoder.extradata
    alone.color_range, alone.colorspace = decoder.color_range, decoder.colorspace
    alone.options = {"skip_loop_filter": "all"}
    alone.thread_count = 1
    return alone


def _time_of(piece: "Packet[VideoStream] | VideoFrame") -> int:
    """Tell when it is shown; AVI tells only when it is decoded."""
    return piece.pts if piece.pts is not None else piece.dts or 0
