"""Puts measured tables where docs/hostile-files.md marks their places."""

import re
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "hostile-files.md"


def put_table(name: str, table: str) -> None:
    """Replace what stands between the two marks of ``name``."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = DOCUMENT.read_text(encoding="utf-8")
    place = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    changed, count = place.subn(lambda _old: f"{begin}\n{table}\n{end}", text)
    if count != 1:
        raise ValueError(f"{DOCUMENT.name} has no place for {name}")
    DOCUMENT.write_text(changed, encoding="utf-8", newline="\n")
