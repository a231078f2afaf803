"""Makes the clips of the self-test: ``python resources/make_codecs_course.py``. Needs Debian's ffmpeg.

Every frame shows its own number as eight upright bars, and the sound begins at 1.5 s: so a player that shows
bars or gives sound at a time can be told right from wrong.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "codecs-course"
WEEK = FOLDER / "week-01-codecs"
FRAMES_PER_SECOND, SECONDS = 25, 3
WIDTH, HEIGHT, BARS = 128, 72, 8
DARK, LIGHT = b"\x10", b"\xeb"
SOUND = "sine=frequency=440:sample_rate=48000:duration=3,volume='if(lt(t,1.5),0,1)':eval=frame"

# Suffix, and what ffmpeg is told about picture and sound; each codec of docs/authoring.md comes up once.
CLIPS = {
    "01-h264-aac": (".mp4", "-c:v libx264 -preset veryslow -crf 24 -threads 1 -c:a aac -b:a 48k"),
    "02-hevc-ac3": (
        ".mp4",
        "-c:v libx265 -preset slow -x265-params pools=none:frame-threads=1 -tag:v hvc1 -c:a ac3",
    ),
    "03-vp8-vorbis": (".webm", "-c:v libvpx -crf 10 -b:v 200k -c:a libvorbis"),
    "04-vp9-opus": (".webm", "-c:v libvpx-vp9 -crf 30 -b:v 0 -c:a libopus -b:a 32k"),
    "05-mpeg1-mp2": (".mkv", "-c:v mpeg1video -q:v 4 -c:a mp2 -b:a 64k"),
    "06-mpeg2-mp2": (".mkv", "-c:v mpeg2video -q:v 4 -c:a mp2 -b:a 64k"),
    "07-mpeg4-mp3": (".mp4", "-c:v mpeg4 -q:v 4 -c:a libmp3lame -b:a 48k"),
    "08-theora-vorbis": (".ogv", "-c:v libtheora -q:v 7 -c:a libvorbis"),
    "09-wmv2-wmav2": (".wmv", "-c:v wmv2 -q:v 4 -c:a wmav2 -b:a 48k"),
    "10-flv1-mp3": (
        ".flv",
        "-flvflags add_keyframe_index -c:v flv -q:v 4 -ar 44100 -c:a libmp3lame -b:a 48k",
    ),
    "11-flac": (".flac", "-vn -c:a flac"),
    "12-mp3": (".mp3", "-vn -c:a libmp3lame -b:a 48k"),
    "13-wmav1": (".wma", "-vn -c:a wmav1 -b:a 48k"),
}


def main() -> int:
    """Write every clip and the page of its step."""
    pictures = b"".join(_picture(number) for number in range(FRAMES_PER_SECOND * SECONDS))
    for name, (suffix, codecs) in CLIPS.items():
        _encode(WEEK / f"{name}{suffix}", codecs.split(), pictures)
        title = name[3:].replace("-", " and ")
        (WEEK / f"{name}.md").write_text(f"---\ntitle: {title}\nid: {name[3:]}\n---\n", encoding="utf-8")
    return 0


def _picture(number: int) -> bytes:
    bars = (LIGHT if number >> (BARS - 1 - bit) & 1 else DARK for bit in range(BARS))
    return b"".join(bar * (WIDTH // BARS) for bar in bars) * HEIGHT


def _encode(path: Path, codecs: list[str], pictures: bytes) -> None:
    picture = f"-f rawvideo -pix_fmt gray -s {WIDTH}x{HEIGHT} -r {FRAMES_PER_SECOND} -i -".split()
    subprocess.run(  # noqa: S603 - every word is ours
        ["ffmpeg", "-v", "error", "-y", *picture, "-f", "lavfi", "-i", SOUND, "-pix_fmt", "yuv420p",  # noqa: S607 - as installed
         "-color_range", "tv", "-g", "50", *codecs, "-ac", "1", "-fflags", "+bitexact",
         "-flags:v", "+bitexact", "-flags:a", "+bitexact", str(path)],
        input=pictures,
        check=True,
    )  # fmt: skip
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    sys.exit(main())
