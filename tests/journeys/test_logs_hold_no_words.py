"""Whatever happens in a session, neither log nor what is sent of it holds a learner's name or words."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from making import whole_session
from making.whole_session import NAME, SEARCHED, WORDS

_SENTINELS = [*NAME.split(), *(word.strip(".") for word in WORDS.split() if len(word) > 7), SEARCHED]
_FAULTS = (
    "open_what_is_broken",
    "export_to_nowhere",
    "fill_the_disk",
    "block_the_store",
    "break_jobs",
    "crash",
)


def test_a_whole_session_full_of_faults_leaves_no_word_in_the_log(
    home: Path, demo_course: Path, tmp_path: Path
) -> None:
    child = str(Path(whole_session.__file__))
    command = [sys.executable, child, str(home), str(demo_course), str(tmp_path / "out"), "--faults"]
    run = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
    assert set(_FAULTS) <= set(json.loads(run.stdout.splitlines()[-1]))
    logs = {path.name: path.read_bytes().decode() for path in (home / "logs").iterdir()}
    log = "\n".join(logs.values())
    # Without these the log would be empty, and say nothing about what it leaves out.
    for expected in (
        "Nobody caught this",
        "job broke",
        "builtins.ValueError",
        "sqlalchemy.exc.IntegrityError",
    ):
        assert expected in log, log
    assert log.count("job failed") >= 5
    assert _told_in(log) == []
    subprocess.run(
        [sys.executable, "-m", "courseplayer", "logs", "--export", str(tmp_path / "logs.zip")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with zipfile.ZipFile(tmp_path / "logs.zip") as archive:
        sent = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "courseplayer.log" in sent
    assert _told_in("\n".join(sent.values())) == []
    assert _told_in(run.stderr) == []


def test_the_search_for_words_would_find_them() -> None:
    assert _told_in(f"2026 ERROR lost: {WORDS.upper()}") != []
    assert NAME.split()[0] in _told_in(f"cannot write /home/x/{NAME}.docx")


def _told_in(text: str) -> list[str]:
    return [one for one in _SENTINELS if one.casefold() in text.casefold()]
