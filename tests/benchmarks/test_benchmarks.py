"""Every measurement runs and gives its rows; how fast anything is, no test says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.apart import BrokenApartError, call_apart, environment_apart
from benchmarks.figures import paired_ratio, percentile
from benchmarks.results import Bound, Row, Target, Verdict, at_least, at_most, put_into_document, table
from benchmarks.run import MEASUREMENTS

RUN = Path(__file__).with_name("run.py")
EXPECTED = {
    "launch": ("launch → painted window", "memory after launch"),
    "cue_click": (
        "click a cue → right frame, paused",
        "click a cue → right frame, playing",
        "click a cue → still given to the picture",
    ),
    "playing": (
        "playing from the store: dropped frames",
        "playing from the store: CPU",
    ),
    "building": ("build a course from videos (whole command)",),
    "opening": ("open a course → outline painted, warm",),
    "searching": ("search 2,000 cues, p95 of typed beginnings", "search 200 cues of 2,000 (one course)"),
    "typing_keys": ("key press in the editor at 500 words, p99",),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the tools to compare with are Linux's")
@pytest.mark.parametrize("name", MEASUREMENTS)
def test_measurement_gives_its_rows(name: str, tmp_path: Path) -> None:
    written = tmp_path / "bench.json"
    done = subprocess.run(
        (sys.executable, str(RUN), "--tiny", "--only", name, "--json", str(written)),
        env=environment_apart(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(written.read_text(encoding="utf-8"))
    rows = [Row.from_json(value) for value in report["rows"]]
    for expected in EXPECTED[name]:
        found = [row for row in rows if row.name.startswith(expected)]
        assert found, [(row.name, row.note) for row in rows]
        assert all(row.ours is not None or "not installed" in row.note for row in found), found
    assert not [row for row in rows if "broke" in row.note]
    assert report["machine"]["python"].startswith("3.")
    assert written.with_suffix(".md").read_text(encoding="utf-8").count(" | ") > len(rows)


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row("a", ours=12, reference=10, target=at_most(1.2)), Verdict.MET),
        (Row("a", ours=13, reference=10, target=at_most(1.2)), Verdict.MISSED),
        (Row("a", ours=13, reference=10, target=at_most(1.2), paired_ratio=1.1), Verdict.MET),
        (Row("a", ours=7, reference=10, target=at_least(0.8)), Verdict.MISSED),
        (Row("a", ours=101, reference=60, target=Target(Bound.DIFFERENCE_AT_MOST, 40)), Verdict.MISSED),
        (Row("a", ours=15.9, target=Target(Bound.OURS_AT_MOST, 16)), Verdict.MET),
        (Row("a", ours=5, target=at_most(1.2)), Verdict.NOT_MEASURED),
        (Row("a", target=at_most(1.2), note="mpv is not installed"), Verdict.NOT_MEASURED),
        (Row("a", ours=5), Verdict.INFORMATION),
    ],
)
def test_verdict_compares_with_the_target(row: Row, verdict: Verdict) -> None:
    assert row.verdict is verdict
    assert Row.from_json(json.loads(json.dumps(row.as_json()))) == row
    assert verdict.value in table([row])


def test_ratios_are_of_pairs_and_percentiles_of_ranks() -> None:
    assert paired_ratio([10, 200, 30], [10, 100, 10]) == 2
    assert percentile(range(1, 101), 95) == 95
    assert percentile([7], 99) == 7


def test_table_replaces_the_one_in_the_document(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("Before.\n<!-- results -->\nold\n<!-- end of results -->\nAfter.\n", encoding="utf-8")
    put_into_document(document, "new")
    put_into_document(document, "newer")
    assert document.read_text(encoding="utf-8") == (
        "Before.\n<!-- results -->\nnewer\n<!-- end of results -->\nAfter.\n"
    )


def test_a_measurement_that_breaks_says_why() -> None:
    with pytest.raises(BrokenApartError, match="ModuleNotFoundError"):
        call_apart("benchmarks.nowhere:nothing")
