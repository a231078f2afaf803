"""The printed sheet of a kit, read back from its PDF: one page, in the kit's language."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from courseplayer.course.outline import CourseId
from courseplayer.kits.plan import KitPlan, PlayerBuild, Target
from courseplayer.kits.players import read_player
from courseplayer.kits.workshop import KitWorkshop
from courseplayer.system.cancellation import SilentTask
from courseplayer.system.kit import KitLook, KitSettings
from courseplayer.ui.printing import pdf_from_html
from making.kits import MADE_AT, a_course, a_disk_image, a_linux_player, a_setup, a_windows_player

pytestmark = pytest.mark.usefixtures("qapp")
FRENCH = KitSettings(portable=True, language="fr", look=KitLook("Centre de la Colline", "#b3261e"))


def _words(data: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.error() == QPdfDocument.Error.None_
    assert document.pageCount() == 1
    return " ".join(document.getAllText(0).text().split())


@pytest.fixture
def players(tmp_path: Path) -> dict[str, PlayerBuild]:
    ready = tmp_path / "ready"
    made = {
        "linux": a_linux_player(ready / "linux"),
        "windows": a_windows_player(ready / "windows"),
        "macos": a_disk_image(ready / "CoursePlayer.dmg"),
        "setup": a_setup(ready / "CoursePlayer-setup.exe"),
    }
    return {name: read_player(path, SilentTask()) for name, path in made.items()}


@pytest.fixture
def plan(tmp_path: Path, players: dict[str, PlayerBuild]) -> KitPlan:
    course = a_course(tmp_path / "given" / "clinic.course", title="Listening & <b>learning</b>")
    every = tuple(players[name] for name in ("linux", "windows", "macos"))
    return KitPlan(Target.FOLDER, tmp_path / "STICK", (course,), every)


def _sheet(plan: KitPlan) -> str:
    workshop = KitWorkshop(plan, pdf_from_html)
    workshop.prepare(MADE_AT, SilentTask())
    try:
        return _words(workshop.sheet())
    finally:
        workshop.close()


def test_it_says_how_to_start_on_each_system_what_is_there_and_who_made_it(plan: KitPlan) -> None:
    settings = KitSettings(portable=True, look=KitLook("Hill Clinic & Friends"))
    words = _sheet(replace(plan, settings=settings))
    assert words.startswith("Hill Clinic & Friends")
    for told in ("courseplayer.exe", "sh start-linux.sh", "CoursePlayer.dmg", "kept on this stick"):
        assert told in words
    assert "Listening & <b>learning</b>" in words
    assert "Made on 2026-11-27" in words


def test_it_is_in_the_language_of_the_kit(plan: KitPlan) -> None:
    words = _sheet(replace(plan, settings=FRENCH))
    assert words.startswith("Centre de la Colline")
    assert "Comment démarrer" in words
    assert "How to start" not in words


@pytest.mark.parametrize(
    ("target", "player", "file", "told"),
    [
        (Target.WINDOWS, "setup", "STICK", "CoursePlayer-setup.exe"),
        (Target.RUN, "linux", "kit.run", "sh kit.run"),
        (Target.DEB, "linux", "courses.deb", "apt-get install ./courses.deb"),
        (Target.COURSES, "linux", "STICK", "Install Course Player"),
    ],
)
def test_every_kind_of_kit_has_its_own_way(
    plan: KitPlan, players: dict[str, PlayerBuild], target: Target, player: str, file: str, told: str
) -> None:
    destination = plan.destination.with_name(file)
    words = _sheet(replace(plan, target=target, players=(players[player],), destination=destination))
    assert told in words


def test_many_courses_with_long_titles_stay_on_one_page(plan: KitPlan, tmp_path: Path) -> None:
    title = "Improving the quality of maternal and newborn care in small clinics: a course for teams"
    courses = [
        a_course(tmp_path / "many" / f"{n}.course", CourseId(f"c{n}"), f"{title} {n}") for n in range(30)
    ]
    words = _sheet(replace(plan, courses=tuple(courses), settings=FRENCH))
    assert "… + " in words


def test_it_goes_into_the_kit_and_its_checksum_along(plan: KitPlan) -> None:
    plan.destination.mkdir()
    workshop = KitWorkshop(plan, pdf_from_html)
    workshop.prepare(MADE_AT, SilentTask())
    workshop.make(plan.destination, SilentTask())
    workshop.close()
    assert "How to start" in _words((plan.destination / "START-HERE.pdf").read_bytes())
    assert "START-HERE.pdf" in (plan.destination / "SHA256SUMS").read_text(encoding="utf-8")


def test_a_long_command_is_not_broken(plan: KitPlan) -> None:
    file = "courses-of-the-hill-clinic-for-the-year-2026.run"
    words = _sheet(
        replace(plan, target=Target.RUN, players=plan.players[:1], destination=plan.destination / file)
    )
    assert f"sh {file}" in words
