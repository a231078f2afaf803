"""Reading subtitle text in tests, and the frame of a TTML file."""

from courseplayer.authoring.sources.subtitles import SubtitleReading, read_transcript

TTML = (
    '<?xml version="1.0" encoding="utf-8"?><tt xmlns="http://www.w3.org/ns/ttml" '
    'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" '
    'ttp:frameRate="25" ttp:tickRate="1000" xml:lang="fr">'
    '<head><metadata><ttm:agent xml:id="a"><ttm:name>Amina Yusuf</ttm:name></ttm:agent></metadata></head>'
    "<body><div>{}</div></body></tt>"
)


def read(text: str, name: str = "talk.en.vtt", language: str | None = "en") -> SubtitleReading:
    return read_transcript(text.encode(), name, language)


def cues(text: str, name: str = "talk.en.vtt") -> list[tuple[int, int | None, str | None, str]]:
    return [(c.start_ms, c.end_ms, c.speaker, c.text) for c in read(text, name).transcript.cues]
