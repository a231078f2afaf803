"""After a jump the still is there at once, and then the frame, whichever of them comes first."""

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from courseplayer.ui.player.surface import VideoSurface
from making.barcodes import frame_number
from making.media_source import BytesSource
from making.player_window import PlayerWindow, run_for, wait_until

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", "This plugin does not support")


@pytest.fixture
def source(video: Path) -> BytesSource:
    return BytesSource(video, stills_at_ms=tuple(range(0, 6_000, 1_000)))


def show(window: PlayerWindow, source: BytesSource) -> None:
    window.presenter.show_medium(source, source.medium, ())
    wait_until(lambda: window.shown_start_ms() >= 0)
    run_for(200)


def test_still_is_shown_before_the_frame(
    window: PlayerWindow, source: BytesSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, source)
    stills: list[QImage] = []
    show_still = VideoSurface.show_still

    def shown(surface: VideoSurface, image: QImage) -> None:
        stills.append(image)
        show_still(surface, image)
        # On a busy computer the frame may be there already.
        assert window.shown_start_ms() in (-1, 3_000)

    monkeypatch.setattr(VideoSurface, "show_still", shown)
    window.presenter.seek(3_001)
    (image,) = stills
    assert image.width() == 320
    assert frame_number(image) == 75
    wait_until(lambda: window.shown_start_ms() == 3_000)


def test_a_still_that_comes_after_its_frame_does_not_stay(window: PlayerWindow, source: BytesSource) -> None:
    show(window, source)
    window.presenter.seek(3_001)
    # No event is looked at meanwhile, as when the window is busy: the player's thread brings the frame, on a
    # busy computer even before the still.
    for _ in range(200):
        if window.shown_start_ms() == 3_000:
            break
        time.sleep(0.01)
    surface = window.panel.picture.findChild(VideoSurface)
    assert surface is not None
    surface.show_still(QImage(320, 180, QImage.Format.Format_RGB32))
    assert window.shown_start_ms() < 0
    wait_until(lambda: window.shown_start_ms() == 3_000)
