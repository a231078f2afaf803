"""What nobody caught is logged and told; real processes, since the hooks are the process's own."""

import subprocess
import sys
from pathlib import Path

import pytest

_START = """
import sys, threading, logging
from pathlib import Path
from courseplayer.course.errors import PlainError
from courseplayer.system.logs import start_logging
log = start_logging(Path(sys.argv[1]), lambda told: print("TOLD", told))
"""


def _run(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _START + program, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_a_fault_in_the_main_thread_is_logged_and_told_in_one_sentence(tmp_path: Path) -> None:
    run = _run(tmp_path / "logs", "def deep(): return {}['secret words']\ndeep()\n")
    log = (tmp_path / "logs" / "courseplayer.log").read_text(encoding="utf-8")
    assert run.returncode == 1
    assert run.stdout.startswith("TOLD Something went wrong inside Course Player (KeyError)")
    assert "courseplayer.log" in run.stdout
    assert "in deep" in log
    assert "builtins.KeyError" in log


def test_what_a_learner_wrote_does_not_reach_the_log_through_a_fault(tmp_path: Path) -> None:
    program = (
        "try:\n"
        "    try: int('secret words')\n"
        "    except ValueError as wrong: raise RuntimeError('more secret words') from wrong\n"
        "except RuntimeError: logging.getLogger('courseplayer.x').exception('Saving failed')\n"
        "raise PlainError('{file} is gone.', file='secret words.docx')\n"
    )
    run = _run(tmp_path, program)
    log = (tmp_path / "courseplayer.log").read_text(encoding="utf-8")
    assert "Saving failed" in log
    assert "builtins.ValueError" in log
    assert "builtins.RuntimeError" in log
    assert "PlainError: {file} is gone." in log
    assert "secret words" not in log.replace("raise RuntimeError('more secret words')", "")
    assert run.stdout == "TOLD secret words.docx is gone.\n"


def test_a_fault_in_another_thread_is_told_and_the_program_goes_on(tmp_path: Path) -> None:
    program = "t = threading.Thread(target=lambda: 1 / 0)\nt.start(); t.join()\nprint('still here')\n"
    run = _run(tmp_path, program)
    assert run.returncode == 0
    assert "(ZeroDivisionError)" in run.stdout
    assert run.stdout.endswith("still here\n")
    assert "division by zero" in (tmp_path / "courseplayer.log").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_sends_the_log_to_stderr(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the place of the folder", encoding="ascii")
    run = _run(tmp_path / "logs", "print(log)\n1 / 0\n")
    assert run.stdout.startswith("None\nTOLD Something went wrong")
    assert "ZeroDivisionError" in run.stderr


def test_a_program_without_stderr_and_log_folder_still_tells(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the place of the folder", encoding="ascii")
    before = "import sys; sys.stderr = None\n"
    command = [sys.executable, "-c", before + _START + "1 / 0\n", str(tmp_path / "logs")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout.startswith("TOLD Something went wrong")


def test_a_diary_that_is_full_says_nothing(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    program = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
    run = _run(tmp_path, program + "logging.getLogger('courseplayer').info('x' * 100)\nprint('still here')\n")
    assert (run.returncode, run.stdout, run.stderr) == (0, "still here\n", "")


def test_without_a_log_folder_the_terminal_gets_no_trace(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the place of the folder", encoding="ascii")
    program = "logging.getLogger('courseplayer').info('nothing to see')\nraise KeyError('secret words')\n"
    run = _run(tmp_path / "logs", program)
    assert run.stderr.count("\n") == 2
    assert "KeyError" in run.stderr
    assert "File " not in run.stderr
    assert "secret" not in run.stderr


def test_interrupting_from_the_keyboard_is_no_fault(tmp_path: Path) -> None:
    run = _run(tmp_path, "raise KeyboardInterrupt\n")
    assert "TOLD" not in run.stdout
    assert (tmp_path / "courseplayer.log").read_text(encoding="utf-8") == ""


def test_the_log_never_grows_beyond_three_files_of_a_megabyte(tmp_path: Path) -> None:
    _run(tmp_path, "for _ in range(5000): logging.getLogger('courseplayer').info('x' * 1000)\n")
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"courseplayer.log", "courseplayer.log.1", "courseplayer.log.2"}
    assert max(sizes.values()) <= 1_000_000
