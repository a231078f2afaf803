"""Names of speakers at the beginning of spoken words."""

import pytest

from courseplayer.authoring.sources.speakers import split_speaker


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("ADA KILPATRICK: Another garden", "ADA KILPATRICK", "Another garden"),
        ("ADA: another garden", "ADA", "another garden"),
        ("DR. O'NEIL-OKORO: So", "DR. O'NEIL-OKORO", "So"),
        ("SPEAKER 2: yes", "SPEAKER 2", "yes"),
        ("ÉLODIE GIRÁLDEZ: Bien", "ÉLODIE GIRÁLDEZ", "Bien"),
        ("МАРИЯ ИВАНОВА: Добрый день", "МАРИЯ ИВАНОВА", "Добрый день"),
        ("Jason: Hello", "Jason", "Hello"),
        ("Jane van Dyk: “Hello”", "Jane van Dyk", "“Hello”"),
        ("J. R. Mensah: Hello", "J. R. Mensah", "Hello"),
        ("[Amina Yusuf] the water", "Amina Yusuf", "the water"),
        ("[Amina Yusuf]: The water", "Amina Yusuf", "The water"),
        (">> AMINA: Hello", "AMINA", "Hello"),
        ("ADA:\nAnother", "ADA", "Another"),
        ("ADA KILPATRICK:Another", "ADA KILPATRICK", "Another"),
        ("Speaker 2: Another", "Speaker 2", "Another"),
        ("[First Last] Another", "First Last", "Another"),
        ("[SPEAKER_01]: another", "SPEAKER_01", "another"),
        ("[Alba]: Another", "Alba", "Another"),
    ],
)
def test_label_is_the_speaker(text: str, speaker: str, words: str) -> None:
    assert split_speaker(text) == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "Another garden finds a system.",
        "Remember: Wash your hands.",
        "Key Point: Listen first.",
        "Jason: and then",
        "We ask: Who decides?",
        "NOTE: The water is cold.",
        "MUSIC PLAYING: Loud",
        "[Music] Hello",
        "[MUSIC PLAYING] Hello",
        "[Background Music] Hello",
        "[laughs] Hello",
        "[Alba] Hello",
        ">> Hello",
        "It is 10:30 now",
        "10: Ten",
        "ADA KILPATRICK:",
        "[Amina Yusuf]",
        "a: B",
        "https://example.org",
        "HTTP://EXAMPLE.ORG",
        "RATIO:3 to one",
        "Re:Build begins",
        "Table 2: The water",
        "[Music]: The water",
        "",
        ": x",
        "A very long sentence that goes on and on before it comes at last to its point: Water.",
    ],
)
def test_other_beginnings_stay_text(text: str) -> None:
    assert split_speaker(text) == (None, text)
