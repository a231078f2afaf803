"""What the window may import before it is shown stays light."""

import subprocess
import sys


def test_export_and_preview_do_not_load_the_document_libraries() -> None:
    code = (
        "import sys, courseplayer.submissions.export, courseplayer.submissions.preview\n"
        "print(sorted({'docx', 'odfdo', 'lxml'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
