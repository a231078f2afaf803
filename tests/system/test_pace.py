"""Speed and time left, as a person sees them while a stick is written."""

from courseplayer.system.pace import Pace


class Seconds:
    """A stopwatch that tests set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def _noted(*steps: tuple[float, int], total: int = 1_000) -> Pace:
    seconds = Seconds()
    pace = Pace(seconds)
    for seconds.now, done in steps:
        pace.note(done, total)
    return pace


def test_speed_and_time_left_are_told() -> None:
    pace = _noted((1.0, 100), (2.0, 200))
    assert (pace.per_second, pace.seconds_left) == (100.0, 8)


def test_nothing_is_told_before_a_second_has_passed_or_at_a_standstill() -> None:
    assert _noted((0.5, 100)).seconds_left is None
    assert _noted((0.0, 0)).per_second == 0.0
    assert _noted((5.0, 0), (50.0, 0)).seconds_left is None


def test_only_the_last_ten_seconds_count() -> None:
    pace = _noted(*[(float(n), n * 10) for n in range(1, 21)], *[(20.0 + n, 200 + n) for n in range(1, 13)])
    assert pace.per_second == 1.0


def test_less_than_before_begins_anew() -> None:
    pace = _noted((1.0, 900), (2.0, 0), (3.0, 100), (4.0, 200))
    assert (pace.per_second, pace.seconds_left) == (100.0, 8)


def test_at_the_end_no_time_is_left() -> None:
    assert _noted((1.0, 500), (2.0, 1_000)).seconds_left == 0
