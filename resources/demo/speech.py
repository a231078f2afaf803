"""Speaks a script with espeak-ng, line by line, so that the times of the cues are exact."""

import io
import math
import shutil
import subprocess
import wave
from array import array
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import av
from av.filter import Graph

from demo.people import SPEAKERS, Speaker
from demo.script import Line, Script

SAMPLE_RATE = 48_000
LEAD_MS, PAUSE_MS, SLIDE_PAUSE_MS, TAIL_MS = 700, 320, 750, 1_600
LEVEL_DBFS = -20.0
SILENCE = 220
# A synthetic voice is thin and sharp: a little warmth below, less hiss above, and no peaks.
WARMTH = (
    ("highpass", "f=70"),
    ("lowshelf", "f=220:g=2.5"),
    ("highshelf", "f=5200:g=-5"),
    ("acompressor", "threshold=0.12:ratio=2.2:attack=8:release=120:makeup=1"),
)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line with the place where it is heard, in ms."""

    slide: int
    line: Line
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Narration:
    """The sound of a whole script: 48 kHz mono samples of 16 bits, and its lines in order."""

    samples: "array[int]"
    lines: tuple[SpokenLine, ...]

    @property
    def duration_ms(self) -> int:
        """How long the sound lasts."""
        return len(self.samples) * 1000 // SAMPLE_RATE


def speak(script: Script) -> Narration:
    """Speak every line of a script with pauses between."""
    samples = _silence(LEAD_MS)
    lines: list[SpokenLine] = []
    for slide_index, slide in enumerate(script.slides):
        for line in slide.lines:
            start_ms = len(samples) * 1000 // SAMPLE_RATE
            samples.extend(_levelled(_warmed(_synthesised(line.en, SPEAKERS[line.who]))))
            lines.append(SpokenLine(slide_index, line, start_ms, len(samples) * 1000 // SAMPLE_RATE))
            samples.extend(_silence(PAUSE_MS))
        samples.extend(_silence(SLIDE_PAUSE_MS - PAUSE_MS))
    samples.extend(_silence(TAIL_MS - SLIDE_PAUSE_MS))
    return Narration(samples, tuple(lines))


def _silence(length_ms: int) -> "array[int]":
    return array("h", bytes(2 * SAMPLE_RATE * length_ms // 1000))


def _synthesised(words: str, speaker: Speaker) -> bytes:
    program = shutil.which("espeak-ng")
    if program is None:
        raise SystemExit(
            "espeak-ng was not found. Install it (Debian: apt install espeak-ng) and start again."
        )
    command = [program, "-v", speaker.voice, "-s", str(speaker.speed), "-p", str(speaker.pitch), "--stdout"]
    return subprocess.run([*command, words], check=True, capture_output=True).stdout  # noqa: S603 - our own words


def _warmed(spoken: bytes) -> "array[int]":
    """Return 48 kHz samples of an espeak-ng WAV stream, whose header gives no true length."""
    with wave.open(io.BytesIO(spoken)) as stream:
        rate, raw = stream.getframerate(), _trimmed(array("h", stream.readframes(stream.getnframes())))
    graph = Graph()
    chain = [graph.add_abuffer(sample_rate=rate, format="s16", layout="mono", time_base=None)]
    chain += [graph.add(name, options) for name, options in WARMTH]
    chain += [
        graph.add("aresample", str(SAMPLE_RATE)),
        graph.add("aformat", "sample_fmts=s16:channel_layouts=mono"),
    ]
    chain.append(graph.add("abuffersink"))
    graph.link_nodes(*chain).configure()
    graph.push(sound_frame(raw, rate, 0))
    graph.push(None)
    samples = array("h")
    while True:
        try:
            frame = cast(av.AudioFrame, graph.pull())
        except (av.error.EOFError, av.error.BlockingIOError):
            return samples
        samples.frombytes(bytes(frame.planes[0])[: frame.samples * 2])


def sound_frame(samples: "array[int]", rate: int, begins_at: int) -> av.AudioFrame:
    """Wrap 16-bit mono samples for FFmpeg; ``begins_at`` counts samples."""
    frame = av.AudioFrame("s16", "mono", len(samples))
    frame.sample_rate = rate
    frame.pts = begins_at
    frame.time_base = Fraction(1, rate)
    room = frame.planes[0].buffer_size
    frame.planes[0].update(samples.tobytes().ljust(room, b"\0"))
    return frame


def _trimmed(samples: "array[int]") -> "array[int]":
    loud = [place for place, value in enumerate(samples) if abs(value) > SILENCE]
    return samples[loud[0] : loud[-1] + 1]


def _levelled(samples: "array[int]") -> "array[int]":
    """Bring the spoken parts to one loudness, and round off the few peaks that would be cut."""
    spoken = [value for value in samples if abs(value) > SILENCE]
    effective = math.sqrt(sum(value * value for value in spoken) / len(spoken))
    gain = 32768 * 10 ** (LEVEL_DBFS / 20) / effective
    return array("h", (_rounded_off(value * gain) for value in samples))


def _rounded_off(value: float) -> int:
    knee, room = 18_000.0, 12_000.0
    excess = abs(value) - knee
    if excess <= 0:
        return round(value)
    return round(math.copysign(knee + room * math.tanh(excess / room), value))
