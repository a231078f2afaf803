"""Whether a medium is found to play, and what the trainer is told when it does not."""

from pathlib import Path

import pytest

from courseplayer.authoring.media_check import UnplayableMediumError, check_medium
from courseplayer.course.content import MediumKind
from courseplayer.system.cancellation import Cancelled
from making.media import cut_in_half, make_audio, make_video


def _ignore(_position: int) -> None:
    pass


def _refusal(path: Path) -> str:
    with pytest.raises(UnplayableMediumError) as refusal:
        check_medium(path, _ignore)
    return str(refusal.value)


def test_h264_and_aac_play_and_are_measured(tmp_path: Path) -> None:
    facts = check_medium(make_video(tmp_path / "talk.mp4"), _ignore)
    assert (facts.kind, facts.mime) == (MediumKind.VIDEO, "video/mp4")
    assert (facts.video_codec, facts.audio_codec) == ("h264", "aac")
    assert (facts.width, facts.height, facts.duration_ms) == (160, 90, 2000)
    assert facts.warnings == ()


@pytest.mark.parametrize(
    ("name", "video_codec", "audio_codec", "found", "mime"),
    [
        ("a.webm", "libvpx-vp9", "libopus", "vp9", "video/webm"),
        ("a.mkv", "libx264", "aac", "h264", "video/x-matroska"),
        ("a.avi", "mpeg4", "libmp3lame", "mpeg4", "video/x-msvideo"),
        ("a.ts", "libx264", "aac", "h264", "video/mp2t"),
    ],
)
def test_every_common_video_format_is_recognised_by_content(
    tmp_path: Path, name: str, video_codec: str, audio_codec: str, found: str, mime: str
) -> None:
    path = make_video(tmp_path / name, video_codec=video_codec, audio_codec=audio_codec)
    facts = check_medium(path.rename(tmp_path / "renamed.mp4"), _ignore)
    assert (facts.video_codec, facts.mime) == (found, mime)


@pytest.mark.parametrize(
    ("name", "codec", "found", "mime"),
    [
        ("a.mp3", "libmp3lame", "mp3", "audio/mpeg"),
        ("a.m4a", "aac", "aac", "audio/mp4"),
        ("a.ogg", "libopus", "opus", "audio/ogg"),
        ("a.flac", "flac", "flac", "audio/flac"),
        ("a.wav", "pcm_s16le", "pcm_s16le", "audio/wav"),
        ("a.aac", "aac", "aac", "audio/aac"),
    ],
)
def test_sounds_play_without_a_picture(tmp_path: Path, name: str, codec: str, found: str, mime: str) -> None:
    facts = check_medium(make_audio(tmp_path / name, codec=codec), _ignore)
    assert (facts.kind, facts.audio_codec, facts.mime) == (MediumKind.AUDIO, found, mime)
    assert (facts.video_codec, facts.width, facts.height) == (None, None, None)
    assert facts.duration_ms is not None
    assert abs(facts.duration_ms - 2000) < 150


def test_a_silent_video_plays(tmp_path: Path) -> None:
    facts = check_medium(make_video(tmp_path / "silent.mp4", audio_codec=None), _ignore)
    assert (facts.video_codec, facts.audio_codec) == ("h264", None)


def test_a_phone_video_held_upright_is_measured_as_it_is_shown(tmp_path: Path) -> None:
    facts = check_medium(make_video(tmp_path / "phone.mp4", rotation=90), _ignore)
    assert (facts.width, facts.height) == (90, 160)


@pytest.mark.parametrize("name", ["a.mp4", "a.webm"])
def test_av1_is_refused_with_the_command_that_converts_it(tmp_path: Path, name: str) -> None:
    audio = "libopus" if name == "a.webm" else "aac"
    sentence = _refusal(make_video(tmp_path / name, video_codec="libsvtav1", audio_codec=audio))
    assert "AV1" in sentence
    assert f'ffmpeg -i "{name}"' in sentence
    assert "libx264" in sentence
    assert "n_forced*2" in sentence


def test_a_codec_that_qt_does_not_play_is_refused(tmp_path: Path) -> None:
    sentence = _refusal(make_video(tmp_path / "old.avi", video_codec="mjpeg", options={"color_range": "2"}))
    assert "MJPEG" in sentence
    assert "ffmpeg" in sentence


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp4", "libx264"), ("a.webm", "libvpx-vp9"), ("a.mkv", "libx264")]
)
def test_a_video_that_was_copied_only_half_is_refused(tmp_path: Path, name: str, codec: str) -> None:
    audio = "libopus" if name == "a.webm" else "aac"
    sentence = _refusal(cut_in_half(make_video(tmp_path / name, video_codec=codec, audio_codec=audio)))
    assert "incomplete" in sentence


def test_a_video_that_lacks_only_its_last_bytes_is_refused(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4", seconds=20)
    path.write_bytes(path.read_bytes()[:-2000])
    assert "its end is missing" in _refusal(path)


@pytest.mark.parametrize("name", ["a.mp3", "a.m4a", "a.flac"])
def test_a_sound_that_was_copied_only_half_is_refused(tmp_path: Path, name: str) -> None:
    codec = {"a.mp3": "libmp3lame", "a.m4a": "aac", "a.flac": "flac"}[name]
    assert "incomplete" in _refusal(cut_in_half(make_audio(tmp_path / name, codec=codec)))


@pytest.mark.parametrize(
    ("name", "video_codec", "audio_codec"),
    [("a.ts", "libx264", "aac"), ("a.mpg", "mpeg2video", "mp2"), ("a.flv", "flv", "libmp3lame")],
)
def test_a_video_without_an_index_may_have_one_key_frame_only(
    tmp_path: Path, name: str, video_codec: str, audio_codec: str
) -> None:
    path = make_video(
        tmp_path / name, seconds=8, fps=25, gop_frames=300, video_codec=video_codec, audio_codec=audio_codec
    )
    assert check_medium(path, _ignore).kind is MediumKind.VIDEO


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"")
    assert "empty" in _refusal(tmp_path / "a.mp4")


@pytest.mark.parametrize(
    "text",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile secret.mp4\n",
        "<?xml version='1.0'?><MPD/>",
        "My holiday notes\n",
    ],
)
def test_playlists_and_texts_under_a_videos_name_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.mp4"
    path.write_text(text, encoding="utf-8")
    assert "text or a playlist" in _refusal(path)


def test_a_playlist_never_makes_another_file_be_opened(tmp_path: Path) -> None:
    other = make_video(tmp_path / "other.ts")
    path = tmp_path / "a.m3u8"
    path.write_text(f"#EXTM3U\n#EXTINF:2,\n{other}\n#EXT-X-ENDLIST\n", encoding="utf-8")
    assert "playlist" in _refusal(path)


def test_unknown_bytes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(bytes(range(256)) * 20)
    assert "not a video or sound file" in _refusal(tmp_path / "a.mp4")


def test_a_good_index_over_destroyed_frames_is_refused(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4", audio_codec=None)
    data = path.read_bytes()
    frames_begin = data.index(b"mdat") + 4
    path.write_bytes(data[:frames_begin] + b"\xff" * (len(data) - frames_begin))
    assert "export it again" in _refusal(path)


def test_a_missing_file_is_the_disks_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_medium(tmp_path / "a.mp4", _ignore)


@pytest.mark.parametrize("name", ["a.mp4", "a.webm"])
def test_key_frames_far_apart_are_warned_about(tmp_path: Path, name: str) -> None:
    codecs = ("libvpx-vp9", "libopus") if name == "a.webm" else ("libx264", "aac")
    path = make_video(
        tmp_path / name, seconds=12, gop_frames=60, video_codec=codecs[0], audio_codec=codecs[1]
    )
    (warning,) = check_medium(path, _ignore).warnings
    assert "6 s apart" in warning
    assert "ffmpeg" in warning


def test_a_large_picture_is_warned_about(tmp_path: Path) -> None:
    path = make_video(tmp_path / "a.mp4", seconds=1, width=1280, height=720)
    (warning,) = check_medium(path, _ignore).warnings
    assert "1280×720 may stutter on a weak PC" in warning


def test_checking_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(_position: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check_medium(make_video(tmp_path / "a.mp4"), cancel)
