"""The one failure of the set-up that a person is told about."""


class Refusal(Exception):  # noqa: N818 - it is an answer: what is missing and what to type
    """The set-up cannot go on; the text says why and what to do next."""
