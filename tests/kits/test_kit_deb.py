"""Debian packages with courses: dpkg reads, installs and removes what was made without it."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from courseplayer.course.errors import PlainError
from courseplayer.course.outline import CourseId
from courseplayer.kits.debian import Control, TooLargeError, deb_pieces
from courseplayer.kits.plan import KitPlan, Target
from courseplayer.kits.tar_archive import Member
from courseplayer.system.cancellation import Cancelled
from courseplayer.system.kit import KitSettings
from making.kits import WatchedTask, a_course, make_kit

DPKG = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="dpkg is not installed, or may not install",
)
COURSE_PLACE = "usr/share/courseplayer/courses/clinic.course"


@pytest.fixture
def plan(course: Path, tmp_path: Path) -> KitPlan:
    return KitPlan(Target.DEB, tmp_path / "kit.deb", (course,), name="hill-clinic")


def _dpkg(*words: object) -> str:
    # After `su` without a dash the administrator's programs are not searched for, and dpkg refuses.
    searched = f"{os.environ['PATH']}:/usr/local/sbin:/usr/sbin:/sbin"
    command, environment = [str(word) for word in words], {**os.environ, "LC_ALL": "C", "PATH": searched}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder that dpkg takes for a system; the program itself is not in it."""
    for place in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log"):
        (tmp_path / "root" / place).mkdir(parents=True)
    (tmp_path / "root/var/lib/dpkg/status").write_bytes(b"")
    (tmp_path / "root/var/lib/dpkg/available").write_bytes(b"")
    return tmp_path / "root"


def _install(root: Path, package: Path) -> None:
    _dpkg("dpkg", f"--root={root}", "--force-depends", "--install", package)


@DPKG
def test_dpkg_reads_what_it_is(plan: KitPlan) -> None:
    make_kit(plan)
    fields = _dpkg("dpkg-deb", "--field", plan.destination)
    assert "Package: courseplayer-kit-hill-clinic\nVersion: 2026.11.27.060000\nArchitecture: all\n" in fields
    assert "\nDepends: courseplayer\n" in fields
    assert "Course: First edition" in fields
    assert "courseplayer-kit-settings" not in fields
    listed = _dpkg("dpkg-deb", "--contents", plan.destination)
    assert "-rw-r--r-- root/root" in listed
    assert f"./{COURSE_PLACE}\n" in listed
    assert "kit.toml" not in listed


@DPKG
def test_packages_of_different_courses_live_side_by_side(plan: KitPlan, root: Path, tmp_path: Path) -> None:
    unnamed = replace(plan, name=None)
    make_kit(unnamed)
    _install(root, plan.destination)
    second = a_course(tmp_path / "given" / "Hygiène (2) ንጽህና.course", CourseId("second"))
    make_kit(replace(unnamed, courses=(second,)))
    _install(root, plan.destination)
    assert (root / COURSE_PLACE).is_file()
    assert (root / COURSE_PLACE).with_name(second.name).is_file()


@DPKG
@pytest.mark.skipif(shutil.which("apt-get") is None, reason="apt is not installed")
def test_a_package_takes_the_place_of_another_with_the_same_course(
    plan: KitPlan, root: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program.deb"
    control = Control("courseplayer", "1.0", "all", "Us <us@example.org>", "education", ("the program",))
    program.write_bytes(b"".join(deb_pieces(control, [], 0)))
    unnamed = replace(plan, name=None)
    make_kit(unnamed)
    _install(root, program)
    _install(root, plan.destination)
    second = a_course(tmp_path / "given" / "second.course", CourseId("second"))
    make_kit(replace(unnamed, courses=(*plan.courses, second)))
    status = f"Dir::State::status={root}/var/lib/dpkg/status"
    sources = ("-o", "Dir::Etc::sourcelist=/dev/null", "-o", "Dir::Etc::sourceparts=/dev/null")
    told = _dpkg("apt-get", "--simulate", "-o", status, *sources, "install", plan.destination)
    assert "\nRemv courseplayer-kit-clinic " in told
    assert "\nInst courseplayer-kit-clinic-second " in told


@DPKG
def test_it_is_installed_verified_updated_and_removed(
    plan: KitPlan, root: Path, course: Path, tmp_path: Path
) -> None:
    make_kit(plan)
    _install(root, plan.destination)
    assert (root / COURSE_PLACE).read_bytes() == course.read_bytes()
    assert _dpkg("dpkg", f"--root={root}", "--verify", "courseplayer-kit-hill-clinic") == ""
    second = a_course(tmp_path / "given" / "second.course", CourseId("second"))
    make_kit(replace(plan, courses=(second,)))
    _install(root, plan.destination)
    assert not (root / COURSE_PLACE).exists()
    assert (root / COURSE_PLACE).with_name("second.course").exists()
    _dpkg("dpkg", f"--root={root}", "--purge", "courseplayer-kit-hill-clinic")
    assert list((root / "usr").glob("**/*.course")) == []


@DPKG
def test_names_look_and_rules_lie_beside_the_program_and_one_package_at_most_says_them(
    plan: KitPlan, root: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('language = "fr"', encoding="utf-8")
    make_kit(replace(plan, settings=KitSettings(learners=("Almaz",)), policy=rules))
    _install(root, plan.destination)
    assert b'"Almaz"' in (root / "usr/lib/courseplayer/kit.toml").read_bytes()
    assert (root / "usr/lib/courseplayer/policy.toml").read_bytes() == rules.read_bytes()
    other = replace(plan, name="other", settings=KitSettings(language="fr"), destination=tmp_path / "o.deb")
    make_kit(other)
    with pytest.raises(AssertionError, match="conflict"):
        _install(root, other.destination)


def test_the_same_kit_gives_the_same_bytes(plan: KitPlan, tmp_path: Path) -> None:
    make_kit(plan)
    other = make_kit(replace(plan, destination=tmp_path / "other.deb"))
    assert other.destination.read_bytes() == plan.destination.read_bytes()
    assert plan.destination.read_bytes().startswith(b"!<arch>\ndebian-binary   ")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_stopped_an_earlier_package_stays(plan: KitPlan, share: float) -> None:
    plan.destination.write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        make_kit(plan, WatchedTask(share))
    assert plan.destination.read_bytes() == b"earlier"
    assert [path.name for path in plan.destination.parent.glob(".*.partial")] == []


def test_a_package_that_is_not_read_back_as_written_is_removed(plan: KitPlan) -> None:
    def damage() -> None:
        (partial,) = plan.destination.parent.glob(".*.partial")
        data = bytearray(partial.read_bytes())
        data[-2_000] ^= 1
        partial.write_bytes(data)

    # After two thirds everything is written, and reading back begins.
    with pytest.raises(PlainError, match="could not be read back"):
        make_kit(plan, WatchedTask(0.67, damage))
    assert not plan.destination.exists()


class _Huge(Member):
    """A file of ten gigabytes that nobody has to write."""

    @property
    def size_bytes(self) -> int:
        return 10_000_000_000


def test_more_than_dpkg_can_read_is_refused_in_a_sentence() -> None:
    control = Control("a", "1", "all", "A <a@example.org>", "education", ("title", "Words."))
    with pytest.raises(TooLargeError, match=r"10 GB at most, and this one would have 10\.0 GB"):
        for _piece in deb_pieces(control, [_Huge("usr/share/x", data=b"x")], 0):
            pass


def test_a_title_cannot_write_into_the_control_file(plan: KitPlan, tmp_path: Path) -> None:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not installed")
    odd = a_course(
        tmp_path / "given" / "odd.course", CourseId("odd"), "Title\nDepends: evil\n .\n Essential: yes"
    )
    make_kit(replace(plan, courses=(odd,)))
    fields = _dpkg("dpkg-deb", "--field", plan.destination)
    assert [line for line in fields.splitlines() if line.startswith(("Depends", "Essential"))] == [
        "Depends: courseplayer"
    ]
