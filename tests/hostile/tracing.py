"""Runs something under strace and tells which files and addresses of the payloads it touched."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from courseplayer.authoring.source import read_source
from courseplayer.course.outline import AssetId, StepId, StepKind
from courseplayer.coursefile.plan import CoursePlan
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask
from hostile.fitting import make_hashes_fit
from hostile.payloads import MARKDOWN_PAYLOADS, PAYLOADS
from making.damage import rewritten
from making.folders import make_folder, step_text
from making.plans import a_step, asset_of, course_of

TESTS = Path(__file__).resolve().parents[1]
_CALLS = "%file,socket,connect,bind,sendto,sendmsg,sendmmsg"
_NETWORK = re.compile(r"(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET")
_LONGEST_WORDS = 300
_PATIENCE_S = 900


def touched(log: Path, arguments: Sequence[str], script: str = "window_child.py") -> tuple[list[str], str]:
    """Return the lines of the trace that name a payload's file or an address, and what the script said."""
    strace = [
        "strace",
        "-f",
        "-qq",
        "-s",
        "4096",
        "-e",
        f"trace={_CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(log),
    ]
    command = [*strace, sys.executable, "-B", str(TESTS / "hostile" / script), *arguments]
    # Whatever is written into a home of the tests must not be mistaken for a payload.
    assert not any("canary" in argument for argument in arguments)
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=_PATIENCE_S, env=dict(os.environ)
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3_000:])
    with log.open(encoding="utf-8", errors="replace") as lines:
        return [line for line in lines if "canary" in line or _NETWORK.search(line)], done.stdout


def attacked_course(path: Path, payloads: Sequence[str] = PAYLOADS) -> Path:
    """Put every payload straight into the store: one in each step, and all of them in every other text."""
    steps = [
        a_step(StepId(f"p{n}"), f"1.{n}", StepKind.ARTICLE, f"Payload {n}", article_html="<p>Words</p>")
        for n in range(1, len(payloads) + 1)
    ]
    sound = write_course(
        course_of(*steps, assets=(asset_of(AssetId(1), b"picture"),)),
        path.with_suffix(".sound.course"),
        SilentTask(),
    )
    with rewritten(sound.path, path) as forger:
        forger.execute("BEGIN")
        for step, payload in enumerate(payloads, start=1):
            words = payload[:_LONGEST_WORDS].replace("\0", "")
            forger.execute("UPDATE article SET html = ?, text = ? WHERE step = ?", (payload, words, step))
            forger.execute("UPDATE step SET title = ? WHERE id = ?", (words, step))
            forger.execute("INSERT INTO transcript VALUES (?, 0, 'en')", (step,))
            forger.execute("INSERT INTO cue VALUES (?, 0, 0, 0, 1000, ?, ?)", (step, words, words))
            forger.execute("INSERT INTO question VALUES (?, 0, ?, ?)", (step, words, words))
            forger.execute("INSERT INTO choice VALUES (?, 0, 0, ?, 1, ?)", (step, words, words))
            forger.execute("INSERT INTO download VALUES (?, 0, 1, ?, 'a.png')", (step, words))
            forger.execute("INSERT INTO link VALUES (?, 0, ?, 'https://example.org/')", (step, words))
            if step <= 100:
                forger.execute("INSERT INTO glossary VALUES (?, ?, ?)", (step, words, words))
                forger.execute("INSERT INTO person VALUES (?, ?, ?, ?, 1)", (step, words, words, words))
        forger.execute("UPDATE course SET summary_html = ?", ("".join(payloads[:60]),))
        forger.execute("UPDATE course SET title = ?, provider = ?", (payloads[0], payloads[1]))
        make_hashes_fit(forger)
        forger.execute("COMMIT")
    return path


def built_course(folder: Path, payloads: Sequence[str] = MARKDOWN_PAYLOADS) -> Path:
    """Build a course whose steps are payloads; what the builder refuses is written all the same."""
    files = {"course.toml": 'title = "Payloads"\n'}
    for number, payload in enumerate(payloads, start=1):
        name = f"week-01-all/{number:03}-payload.md"
        files[name] = step_text(f"Payload {number}", payload, id=f"p{number}")
    plan = read_source(make_folder(folder, files), SilentTask()).plan
    assert isinstance(plan, CoursePlan)
    return write_course(plan, folder.with_suffix(".course"), SilentTask()).path
