"""Text in whatever encoding a trainer's editor wrote it."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courseplayer.authoring.sources.encoding import decode
from courseplayer.course.errors import BadInputError
from courseplayer.course.problems import Severity

FRENCH = "Bonjour à tous. L’infirmière écoute : « où avez-vous mal ? »\nNous améliorons l’hôpital ensemble.\n"
ENGLISH = "It’s the nurse’s first day — she’s ready for “anything”.\nSkip to 0 minutes and 5 seconds\n"
ARABIC = "مرحبا بكم في هذه الدورة التدريبية. سوف نتعلم كيف نحسن الرعاية الصحية مع المرضى\n" * 3
CHINESE = "欢迎参加本课程。我们将学习如何与患者一起改善医疗保健。\n" * 3
JAPANESE = "このコースへようこそ。患者と一緒に医療を改善する方法を学びます。\n" * 3
RUSSIAN = "Добро пожаловать на курс. Мы узнаем, как улучшить лечение вместе с пациентами.\n" * 2
UKRAINIAN = "Ласкаво просимо на курс. Ми дізнаємось, як поліпшити лікування разом із пацієнтами.\n" * 2
GREEK = "Καλώς ήρθατε στο μάθημα. Θα μάθουμε πώς βελτιώνεται η φροντίδα μαζί με τους ασθενείς.\n" * 2
HEBREW = "ברוכים הבאים לקורס. נלמד איך לשפר את הטיפול יחד עם המטופלים ועם הצוות במרפאה.\n" * 2
CZECH = "Děkujeme, že jste přišli. Zdravotní sestry se učí naslouchat pacientům každý den v týdnu.\n" * 2


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        ("1\n00:00:01,000 --> 00:00:02,000\nПривет, как дела?\n", "koi8-r"),
        ("1\n00:00:01,000 --> 00:00:02,000\nПривет, как дела?\n", "cp1251"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
        ("1\n00:00:01,000 --> 00:00:02,000\nÉté\n", "cp1252"),
        (CZECH, "cp1250"),
        ("1\n00:00:01,000 --> 00:00:02,000\nCafé – “là”\n", "cp1252"),
        ("1\n00:00:01,000 --> 00:00:02,000\nمرحبا بكم\n", "cp1256"),
        (ENGLISH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
    ],
)
def test_legacy_encoding_is_recognised_and_reported(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "page.txt")
    assert decoded.text == text
    assert [problem.severity for problem in decoded.problems] == [Severity.INFO]
    assert decoded.encoding in decoded.problems[0].message


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_byte_order_mark_is_certain_and_leaves_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + CHINESE.encode(encoding), "page.txt")
    assert (decoded.text, decoded.encoding, decoded.problems) == (CHINESE, encoding, ())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t "), max_size=200))
def test_utf8_text_is_never_mistaken(text: str) -> None:
    # A first character that happens to be a mark is one: editors write it, people do not.
    decoded = decode(text.encode(), "page.txt")
    assert decoded.text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest of an archive",
        b"\x00\x00\x00\x20ftypisom and then a video",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7 not words",
        b"SQLite format 3\x00",
        bytes(range(32)) * 8,
        b"words\x00\x01\x02\x03\x04" * 20,
    ],
)
def test_binary_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"^lecture\.mp4 is not a text file"):
        decode(data, "lecture.mp4")


def test_single_null_stays_for_the_format_to_judge() -> None:
    assert decode(b"WEBVTT\n\nid\x00\n" + b"words " * 20, "a.vtt").text.count("\0") == 1


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        decoded = decode(data, "any.txt")
    except BadInputError:
        return
    assert isinstance(decoded.text, str)
    decoded.text.encode()
