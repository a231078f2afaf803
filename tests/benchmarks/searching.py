"""Searching cues as one types, against ripgrep over the same words."""

import random
import re
import shutil
import subprocess
import sysconfig
import time
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.courses import course_plan, step_outline
from benchmarks.effort import Effort
from benchmarks.figures import median, percentile
from benchmarks.place import emptied_folder
from benchmarks.results import Row, at_most
from courseplayer.course.content import StepContent
from courseplayer.course.outline import CourseId, StepKind
from courseplayer.course.transcript import Cue, Transcript
from courseplayer.coursefile.reader import open_course
from courseplayer.coursefile.search import SearchIndex
from courseplayer.coursefile.writer import write_course
from courseplayer.system.cancellation import SilentTask

_COURSES, _CUES_A_STEP, _CUE_MS = 10, 200, 3_000
_MOST_HITS = 50
_TARGET = at_most(0.2)
_MISSING = "ripgrep is not installed, so nothing was compared with it; `make bench` as root installs it"
_WORD = re.compile(r"[a-z]{2,14}")


def measure(effort: Effort) -> list[Row]:
    """Search in one course of ten and in all of them, with the same beginnings of words as ripgrep."""
    cues, words = effort.of((2_000, 4), (100_000, 40), (1_000_000, 100))
    each = cues // _COURSES
    with emptied_folder("searching") as folder:
        index = SearchIndex(folder / "index")
        talker = _Talker()
        indexing_s = 0.0
        for number in range(_COURSES):
            steps = talker.steps(each)
            _write_texts(steps, folder / "texts" / f"course-{number}")
            course = folder / f"{number}.course"
            write_course(course_plan(f"course-{number}", steps), course, SilentTask())
            since = time.perf_counter()
            with open_course(course) as course_file:
                index.add(course_file, SilentTask())
            indexing_s += time.perf_counter() - since
        typed = talker.typed(words)
        rows = [
            *_rows(f"{cues:,} cues", index, typed, None, folder / "texts"),
            *_rows(
                f"{each:,} cues of {cues:,} (one course)",
                index,
                typed,
                CourseId("course-4"),
                folder / "texts" / "course-4",
            ),
            Row(
                "making the search index",
                "cues/s",
                cues / indexing_s,
                note="checked against the manifest, too",
            ),
        ]
        index.close()
    return rows


def _rows(
    what: str, index: SearchIndex, typed: Sequence[str], course_id: CourseId | None, texts: Path
) -> list[Row]:
    name = f"search {what}, p95 of typed beginnings"
    rg = shutil.which("rg")
    ours, theirs = [], []
    for words in ("warm", *typed):
        since = time.perf_counter()
        index.find(words, course_id, _MOST_HITS)
        ours.append((time.perf_counter() - since) * 1_000)
        if rg is not None:
            command = (rg, "--no-config", "--ignore-case", "--count", f"\\b{words}", str(texts))
            since = time.perf_counter()
            subprocess.run(command, stdout=subprocess.PIPE, check=False)
            theirs.append((time.perf_counter() - since) * 1_000)
    del ours[0], theirs[:1]
    p95 = percentile(ours, 95)
    note = f"median {median(ours):.1f} ms of {len(ours)}; the best {_MOST_HITS} with a piece of text each"
    if not theirs:
        return [Row(name, "ms", p95, target=_TARGET, note=f"{_MISSING}; {note}")]
    against = f"p95 of rg --count (median {median(theirs):.1f} ms)"
    return [Row(name, "ms", p95, percentile(theirs, 95), against, _TARGET, note=note)]


class _Talker:
    """Makes up cues in which words are as frequent as in real English prose, always the same ones."""

    def __init__(self) -> None:
        self._random = random.Random(5)
        counted = _words_of_python()
        self._words = [word for word, _count in counted]
        self._weights = list(accumulate(count for _word, count in counted))

    def steps(self, cue_count: int) -> list[StepContent]:
        """Return videos with so many cues in all."""
        steps = []
        for number, first in enumerate(range(0, cue_count, _CUES_A_STEP)):
            count = min(_CUES_A_STEP, cue_count - first)
            cues = tuple(Cue(n * _CUE_MS, None, None, self._sentence()) for n in range(count))
            outline = step_outline(number, StepKind.VIDEO)
            steps.append(StepContent(outline, transcripts=(Transcript("en", cues),)))
        return steps

    def typed(self, words: int) -> list[str]:
        """Return what is in the box while words are typed: from two letters to the whole word."""
        whole = [*self._some(words // 2), *self._random.choices(self._words, k=words - words // 2)]
        return [word[:length] for word in whole for length in range(2, min(6, len(word)) + 1)]

    def _sentence(self) -> str:
        return " ".join(self._some(self._random.randint(4, 14))).capitalize() + "."

    def _some(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)


def _words_of_python() -> list[tuple[str, int]]:
    """Count the words of the standard library's sources: prose of comments, and a long tail."""
    counted: Counter[str] = Counter()
    for path in sorted(Path(sysconfig.get_path("stdlib")).glob("*.py")):
        counted.update(_WORD.findall(path.read_text(encoding="utf-8", errors="ignore").lower()))
    return counted.most_common()


def _write_texts(steps: Sequence[StepContent], folder: Path) -> None:
    folder.mkdir(parents=True)
    for step in steps:
        lines = (cue.text + "\n" for cue in step.transcripts[0].cues)
        (folder / f"{step.outline.number}.txt").write_text("".join(lines), encoding="utf-8")
