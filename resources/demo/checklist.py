"""Writes the one-page checklist as a PDF with real text, so that it prints sharply and stays tiny."""

from pathlib import Path

CHECKLIST_FILE = "week-02-improving-together/small-test-checklist.pdf"
SECTIONS = (
    (
        "Before: listen",
        (
            "We asked at least five patients where they waited longest.",
            "We walked the patient's way ourselves, from the gate to the pharmacy.",
            "We asked somebody who is seldom heard.",
            "We kept names out of our notes.",
        ),
    ),
    (
        "Plan",
        (
            "Our change, in one sentence: ............................................................",
            "What we expect: .........................................................................",
            "What we will count, and who counts: .....................................................",
            "One patient helped to plan this test.",
        ),
    ),
    (
        "Do",
        (
            "Day, time and place of the test: ........................................................",
            "Everybody in the room knew that it was a test.",
            "What happened (also what surprised us): .................................................",
        ),
    ),
    (
        "Study and act",
        (
            "The number before: ................   The number after: ................",
            "What patients said: .....................................................................",
            "We keep it / we change it / we drop it (draw a circle).",
            "We told patients and staff the result.",
        ),
    ),
)
TEAL = "0.06 0.49 0.47"
INK = "0.12 0.17 0.22"


def write_checklist(course_folder: Path) -> None:
    """Write the checklist into the course folder."""
    path = course_folder / CHECKLIST_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_pdf(_page()))


def _page() -> str:
    marks = [
        f"{TEAL} rg 0 790 595 52 re f",
        _text(48, 808, "F2", 20, "Checklist: one small test of change", "1 1 1"),
    ]
    y = 748
    for title, items in SECTIONS:
        marks.append(_text(48, y, "F2", 15, title, TEAL))
        y -= 30
        for item in items:
            marks.append(f"{TEAL} RG 1.2 w 50 {y - 2} 12 12 re S")
            marks.append(_text(74, y, "F1", 11.5, item, INK))
            y -= 29
        y -= 16
    marks.append(
        _text(
            48, 40, "F1", 9, "Listening to Patients. Course Player project, CC BY 4.0. Copy it freely.", INK
        )
    )
    return "\n".join(marks)


def _text(x: float, y: float, face: str, size: float, words: str, colour: str) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {colour} rg /{face} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _pdf(page: str) -> bytes:
    faces = "".join(
        f"/F{number} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >> "
        for number, name in ((1, "Helvetica"), (2, "Helvetica-Bold"))
    )
    objects = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << {faces}>> >> >>",
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
        "<< /Title (Checklist: one small test of change) /Author (Course Player project) >>",
    )
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    body += f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    return (body + f"startxref\n{body.index('xref')}\n%%EOF\n").encode("ascii")
