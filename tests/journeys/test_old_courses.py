"""Courses that former versions of the program wrote are opened, played and searched like any other."""

from pathlib import Path

import pytest

from making.journey import Journey
from making.old_courses import OLD_COURSES, old_course

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No audio device", "PulseAudio", "No RHI backend"
)


@pytest.mark.parametrize("name", OLD_COURSES)
def test_an_old_course_opens_without_a_warning_and_its_video_plays(
    journey: Journey, tmp_path: Path, name: str
) -> None:
    journey.start(old_course(name, tmp_path))
    assert not journey.frame.banner.isVisible()
    player = journey.open_video()
    player.seek(2_000)
    journey.wait(lambda: journey.picture_ms() >= 2_000)
    assert player.panel.banner.sentence == ""
    journey.window.search_presenter.confirm("measure")
    journey.wait(lambda: bool(journey.window.search_presenter.hits))
