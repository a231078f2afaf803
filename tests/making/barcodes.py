"""Makes small videos whose every frame carries its number as bars, so that a test can tell which is shown."""

import random
from fractions import Fraction
from pathlib import Path

import av
from av.video.stream import VideoStream
from PySide6.QtGui import QColor, QImage

BITS = 12
WIDTH, HEIGHT = 192, 108
_LUMINANCE_MIDDLE = 128


def make_barcode_video(
    path: Path,
    *,
    seconds: float = 6,
    fps: int = 25,
    gop_frames: int = 50,
    codec: str = "libx264",
    scale: int = 1,
    with_sound: bool = False,
    noise: bool = False,
) -> Path:
    """Write a video whose frame n shows the number n: one upright bar for each bit, white for 1.

    With ``noise`` at the foot of each frame it has many bytes.
    """
    width, height = WIDTH * scale, HEIGHT * scale
    options = {"preset": "ultrafast", "crf": "18"} if codec == "libx264" else {"preset": "12"}
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream(codec, rate=fps, options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = width, height, "yuv420p", gop_frames
        sound = container.add_stream("aac", rate=48_000) if with_sound else None
        for number in range(round(seconds * fps)):
            frame = av.VideoFrame.from_bytes(
                _barcode(number, width, height, noise=noise), width, height, "rgba"
            )
            frame = frame.reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if sound is not None:
            for start in range(0, round(seconds * 48_000), 1024):
                silence = av.AudioFrame(format="fltp", layout="stereo", samples=1024)
                for plane in silence.planes:
                    plane.update(bytes(plane.buffer_size))
                silence.sample_rate, silence.pts, silence.time_base = 48_000, start, Fraction(1, 48_000)
                container.mux(sound.encode(silence))
            container.mux(sound.encode())
    return path


def frame_number(image: QImage) -> int:
    """Read the number in a picture of such a video, of any size."""
    number = 0
    for bit in range(BITS):
        column = int((bit + 0.5) * image.width() / BITS)
        colour = QColor(image.pixel(column, image.height() // 2))
        number = number << 1 | (colour.lightness() > _LUMINANCE_MIDDLE)
    return number


def _barcode(number: int, width: int, height: int, *, noise: bool) -> bytes:
    bars = (b"\xeb" if number >> (BITS - 1 - bit) & 1 else b"\x10" for bit in range(BITS))
    line = b"".join((bar * 3 + b"\xff") * (width // BITS) for bar in bars)
    if not noise:
        return line * height
    foot = height // 4
    return line * (height - foot) + random.Random(number).randbytes(len(line) * foot)
