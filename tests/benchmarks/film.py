"""Makes the video that is measured: as hard to decode as a filmed one, frames with numbers."""

import math
from array import array
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.filter import Graph
from av.video.frame import PictureType, VideoFrame
from av.video.stream import VideoStream
from PySide6.QtMultimedia import QVideoFrame

from benchmarks.place import FOLDER

WIDTH, HEIGHT = 854, 480
FPS = 25
FRAME_MS = 1_000 // FPS
_KEY_FRAME_EVERY = 2 * FPS
_BITS, _CELL_PX = 16, 16
_SAMPLES_PER_S, _BLOCK_SAMPLES = 48_000, 960
_TONE_HZ = 450
"""A whole number of waves fits into one block."""


def film(seconds: int, name: str = "film") -> Path:
    """Return a 480p H.264 film with sound and a key frame every 2 s; made once, kept below build/."""
    path = FOLDER / "media" / f"{name}-{seconds}s.mp4"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial.mp4")
        _make(partial, seconds)
        partial.replace(path)
    return path


def number_of(frame: QVideoFrame) -> int | None:
    """Read the number burnt into a frame; None when its pixels cannot be reached."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        line = bytes(frame.bits(0)[: (_CELL_PX // 2 + 1) * frame.bytesPerLine(0)])
    finally:
        frame.unmap()
    start = _CELL_PX // 2 * frame.bytesPerLine(0) + _CELL_PX // 2
    return sum(1 << bit for bit in range(_BITS) if line[start + bit * _CELL_PX] > 128)


def _make(path: Path, seconds: int) -> None:
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        options = {"preset": "veryfast", "sc_threshold": "0", "keyint_min": str(_KEY_FRAME_EVERY)}
        video = container.add_stream("libx264", rate=FPS, options=options)
        assert isinstance(video, VideoStream)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.gop_size, video.bit_rate = _KEY_FRAME_EVERY, 500_000
        audio = container.add_stream("aac", rate=_SAMPLES_PER_S)
        assert isinstance(audio, AudioStream)
        audio.layout = "mono"
        pictures = _moving_picture()
        tone = _tone()
        blocks_per_frame = _SAMPLES_PER_S // _BLOCK_SAMPLES // FPS
        for number in range(seconds * FPS):
            frame = pictures.vpull()
            _burn(frame, number)
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            # The filter says that each is a key frame, and the encoder would obey.
            frame.pict_type = PictureType.NONE
            container.mux(video.encode(frame))
            for block in range(number * blocks_per_frame, (number + 1) * blocks_per_frame):
                _write_sound(container, audio, tone, block)
        container.mux(video.encode())
        container.mux(audio.encode())


def _moving_picture() -> Graph:
    graph = Graph()
    steps = (
        graph.add("testsrc2", f"size={WIDTH}x{HEIGHT}:rate={FPS}"),
        graph.add("noise", "c0s=4:c0f=t+u"),
        graph.add("format", "pix_fmts=yuv420p"),
        graph.add("buffersink"),
    )
    graph.link_nodes(*steps).configure()
    return graph


def _burn(frame: VideoFrame, number: int) -> None:
    frame.make_writable()
    bars = b"".join((b"\xeb" if number >> bit & 1 else b"\x10") * _CELL_PX for bit in range(_BITS))
    plane = frame.planes[0]
    pixels = memoryview(plane)
    for row in range(_CELL_PX):
        pixels[row * plane.line_size : row * plane.line_size + len(bars)] = bars


def _tone() -> bytes:
    wave = (math.sin(2 * math.pi * _TONE_HZ * i / _SAMPLES_PER_S) for i in range(_BLOCK_SAMPLES))
    return array("h", (round(9_000 * height) for height in wave)).tobytes()


def _write_sound(container: OutputContainer, stream: AudioStream, tone: bytes, block: int) -> None:
    frame = av.AudioFrame(format="s16", layout="mono", samples=_BLOCK_SAMPLES)
    frame.planes[0].update(tone)
    frame.sample_rate, frame.pts = _SAMPLES_PER_S, block * _BLOCK_SAMPLES
    frame.time_base = Fraction(1, _SAMPLES_PER_S)
    container.mux(stream.encode(frame))
