"""Languages in the names and headers of subtitle files."""

import pytest

from courseplayer.authoring.sources.languages import language_in_name, language_tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("welcome.en.vtt", "en"),
        ("welcome.pt-br.srt", "pt-BR"),
        ("welcome_pt_BR.srt", "pt-BR"),
        ("welcome_am.srt", "am"),
        ("welcome.zh-Hans.vtt", "zh-Hans"),
        ("welcome.es-419.vtt", "es-419"),
        ("welcome.fre.srt", "fr"),
        ("welcome.fr.sdh.srt", "fr"),
        ("01-welcome.SW.ttml", "sw"),
        ("6.1 welcome.en.vtt", "en"),
        ("welcome.vtt", None),
        ("en.vtt", None),
        ("part.one.srt", None),
        ("lesson_one.srt", None),
        ("welcome.new.srt", None),
        ("welcome.qq.srt", None),
        ("week_6.vtt", None),
        ("", None),
    ],
)
def test_language_is_found_in_the_name(name: str, tag: str | None) -> None:
    assert language_in_name(name) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [("EN", "en"), ("pt_br", "pt-BR"), ("eng", "en"), ("fil", "fil"), ("zz", None), ("english", None)],
)
def test_language_tag_is_written_as_bcp_47(text: str, tag: str | None) -> None:
    assert language_tag(text) == tag
