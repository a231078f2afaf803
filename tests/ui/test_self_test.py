"""The program's test of itself, from source."""

import os
import re
import subprocess
import sys
from pathlib import Path

from courseplayer.authoring.media_check import PLAYABLE_AUDIO, PLAYABLE_VIDEO


def test_everything_works_here_and_every_promised_codec_is_really_played(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "courseplayer", "--self-test"],
        env={**os.environ, "COURSEPLAYER_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAILED" not in done.stdout
    played = set(re.findall(r"\w+", "\n".join(re.findall(r"ok      play (.+):", done.stdout))))
    assert played >= PLAYABLE_VIDEO | PLAYABLE_AUDIO
