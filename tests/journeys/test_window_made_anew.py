"""Of a window that was made anew with other looks nothing stays in memory."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from courseplayer.course.outline import StepKind
from courseplayer.ui.article.view import ArticleView
from courseplayer.ui.garbage import GarbageCollection
from courseplayer.ui.player.surface import VideoSurface
from making.journey import Journey

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No audio device", "No RHI backend")


def test_the_window_of_before_is_let_go_of(journey: Journey, demo_course: Path, qapp: QApplication) -> None:
    garbage = qapp.findChild(GarbageCollection) or GarbageCollection(qapp)
    journey.start(demo_course)
    # What is there now is left out of collecting, as it is after ten seconds of use.
    garbage.let_go()
    garbage.collect()
    before = journey.frame
    parts = [weakref.ref(part) for part in (before, journey.window.shelf, journey.window.step)]
    address = id(before)
    del before
    journey.program.settings.change("theme", "dark")
    journey.wait(lambda: id(journey.frame) != address and journey.program.window is not None)
    journey.wait(lambda: journey.window.session.course is not None)
    journey.wait(lambda: journey.program.jobs.pending == 0)

    def is_gone() -> bool:
        garbage.collect()
        return all(part() is None for part in parts)

    journey.wait(is_gone)


def test_the_next_window_gets_the_video_surface_and_shows_a_video_on_it(
    journey: Journey, demo_course: Path
) -> None:
    """Qt never frees the picture behind a surface that is deleted."""
    journey.start(demo_course)
    journey.go(journey.step(StepKind.VIDEO))
    journey.wait(lambda: _shown_surface(journey) is not None)
    surface = _shown_surface(journey)
    for theme in ("dark", "light"):
        _change_theme(journey, theme)
        journey.window.navigator.back()
        journey.wait(lambda: _shown_surface(journey) is not None)
        assert _shown_surface(journey) is surface
    start_ms = _shown_start_ms(journey)
    journey.player.play()
    journey.wait(lambda: _shown_start_ms(journey) > start_ms)


def test_no_picture_of_an_article_stays(journey: Journey, demo_course: Path) -> None:
    journey.start(demo_course)
    journey.wait(lambda: journey.program.jobs.pending == 0)
    before = {id(picture) for picture in _decoded_pictures()}
    journey.go(journey.numbered("1.5"))
    journey.wait(lambda: journey.program.jobs.pending == 0)
    its_own = [weakref.ref(one) for one in _decoded_pictures() if id(one) not in before]
    assert its_own
    # PySide keeps some of them for good; here they all are kept.
    views = journey.frame.findChildren(ArticleView)
    assert views
    _change_theme(journey, "dark")

    def are_gone() -> bool:
        gc.collect()
        return all(picture() is None for picture in its_own)

    journey.wait(are_gone)


def _decoded_pictures() -> list[QImage]:
    return [one for one in Shiboken.getAllValidWrappers() if isinstance(one, QImage)]


def _change_theme(journey: Journey, theme: str) -> None:
    before = journey.frame
    journey.program.settings.change("theme", theme)
    journey.wait(lambda: journey.frame is not before and journey.program.window is not None)
    journey.wait(lambda: journey.window.session.course is not None)


def _shown_surface(journey: Journey) -> VideoSurface | None:
    surface = journey.frame.findChild(VideoSurface)
    return surface if surface is not None and surface.isVisible() and _shown_start_ms(journey) >= 0 else None


def _shown_start_ms(journey: Journey) -> int:
    surface = journey.frame.findChild(VideoSurface)
    return -1 if surface is None else surface.videoSink().videoFrame().startTime()
