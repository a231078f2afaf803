"""How far long work is, on a terminal and elsewhere."""

import io
import signal

import pytest

from courseplayer.cli_progress import TerminalTask, watched_task
from courseplayer.system.cancellation import Cancelled


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Seconds:
    """A stopwatch that tests set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_terminal_shows_percent_and_speed_in_one_line() -> None:
    terminal, seconds = Terminal(), Seconds()
    task = TerminalTask(terminal, seconds)
    for seconds.now, done in ((1.0, 50_000_000), (2.0, 100_000_000)):
        task.advance(done, 200_000_000)
    assert terminal.getvalue() == "\r 25 %  50 MB/s\x1b[K\r 50 %  50 MB/s\x1b[K"
    task.finish()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_terminal_is_not_flooded() -> None:
    terminal, seconds = Terminal(), Seconds()
    task = TerminalTask(terminal, seconds)
    for step in range(1000):
        seconds.now = step / 1000
        task.advance(step, 1000)
    assert terminal.getvalue().count("\r") <= 10


def test_a_log_gets_a_line_now_and_then() -> None:
    log, seconds = io.StringIO(), Seconds()
    task = TerminalTask(log, seconds)
    for second in range(31):
        seconds.now = float(second)
        task.advance(second * 1_000_000, 30_000_000)
    task.finish()
    assert log.getvalue() == " 33 %  1 MB/s\n 66 %  1 MB/s\n100 %  1 MB/s\n"


def test_ctrl_c_cancels_the_work_and_is_given_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with watched_task() as task:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            task.advance(1, 2)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_ctrl_c_stops_work_that_does_not_listen() -> None:
    with watched_task():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
