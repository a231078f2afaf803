"""Media for the authoring tests, made once."""

from pathlib import Path

import pytest

from making.media import MediaSamples, make_audio, make_video


@pytest.fixture(scope="session")
def media(tmp_path_factory: pytest.TempPathFactory) -> MediaSamples:
    """Return one of each kind; the videos last two seconds with ten greys a second."""
    folder = tmp_path_factory.mktemp("media")
    mp4 = make_video(folder / "talk.mp4").read_bytes()
    return MediaSamples(
        mp4=mp4,
        webm=make_video(folder / "t.webm", video_codec="libvpx-vp9", audio_codec="libopus").read_bytes(),
        mp3=make_audio(folder / "talk.mp3").read_bytes(),
        av1=make_video(folder / "av1.mp4", video_codec="libsvtav1").read_bytes(),
        truncated=mp4[: len(mp4) // 2],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where a course folder may be made."""
    return tmp_path / "listening"
