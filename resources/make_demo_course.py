"""Draws, speaks and encodes the demo course's media: ``python resources/make_demo_course.py [NAME ...]``.

Without names everything is made again. A name is that of a narration script (``welcome``), ``pictures`` or
``checklist``. The Markdown files are written by hand and never touched. Needs espeak-ng and fonts-dejavu.
"""

import sys
from pathlib import Path

from demo.checklist import write_checklist
from demo.diagrams import write_pictures
from demo.encode import encode
from demo.film import film_frames
from demo.script import Script, read_scripts
from demo.speech import speak
from demo.subtitles import write_subtitles

COURSE_FOLDER = Path(__file__).parent / "demo-course"


def make_medium(script: Script, course_folder: Path) -> None:
    """Make one video or sound, and its subtitles."""
    path = course_folder / script.file
    path.parent.mkdir(parents=True, exist_ok=True)
    narration = speak(script)
    frames = iter(()) if path.suffix == ".m4a" else film_frames(script, narration)
    encode(path, narration.samples, frames, script.slides[0].heading)
    write_subtitles(narration, path)
    sys.stdout.write(
        f"{script.file}: {narration.duration_ms / 1000:.0f} s, {path.stat().st_size // 1024} KiB\n"
    )


def main(names: list[str]) -> None:
    """Make what is named, or everything."""
    if not names or "pictures" in names:
        write_pictures(COURSE_FOLDER)
    if not names or "checklist" in names:
        write_checklist(COURSE_FOLDER)
    for name, script in read_scripts().items():
        if not names or name in names:
            make_medium(script, COURSE_FOLDER)


if __name__ == "__main__":
    main(sys.argv[1:])
