"""What nobody caught is told in the window, in one sentence; a real process, since the hooks are its own."""

import subprocess
import sys

import pytest

_FAULTY = """
import sys, threading
from PySide6.QtCore import QTimer
from courseplayer import app

class FaultyProgram(app.Program):
    def start(self, request):
        super().start(request)
        QTimer.singleShot(0, self.break_down)
        self.looking = QTimer(self, interval=20)
        self.looking.timeout.connect(self.look)
        self.looking.start()

    def break_down(self):
        if sys.argv[1] == "thread":
            threading.Thread(target=self.fail).start()
        else:
            self.fail()

    def fail(self):
        raise ZeroDivisionError("secret words")

    def look(self):
        if self.frame.banner.isVisible():
            print(self.frame.banner.sentence)
            app.QApplication.quit()

app.Program = FaultyProgram
app.run_window(app.WindowRequest())
"""


@pytest.mark.parametrize("where", ["window", "thread"])
def test_a_fault_is_told_in_the_window_and_the_program_goes_on(where: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _FAULTY, where],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "ZeroDivisionError" in run.stdout
    assert "everything that was saved is safe" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert "secret" not in run.stdout + run.stderr
