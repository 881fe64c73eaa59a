"""Takes the place of Speech Dispatcher's client in Orca, and says nothing: no sound card is needed.

Orca writes what it would have said to its log before it comes here. It writes the log in blocks;
here it is set to write line by line, so that what is heard can be read when it is heard.
"""

from types import SimpleNamespace
from typing import Any

from orca import debug  # type: ignore[import-not-found]

if debug.debugFile is not None:
    debug.debugFile.reconfigure(line_buffering=True)


class SSIPCommunicationError(Exception):
    """Never raised here: there is nobody to talk to."""


class SSIPCommandError(Exception):
    """Never raised here either."""


Priority = SimpleNamespace(MESSAGE="message")
DataMode = SimpleNamespace(SSML="ssml", TEXT="text")
PunctuationMode = SimpleNamespace(ALL="all", MOST="most", SOME="some", NONE="none")
CallbackType = SimpleNamespace(BEGIN="begin", CANCEL="cancel", END="end", INDEX_MARK="mark")


class SSIPClient:
    """Takes every command and does nothing."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        pass

    def speak(self, _text: str, callback: Any = None, **_kwargs: Any) -> None:
        """Be done with it at once."""
        if callback is not None:
            callback(CallbackType.END)

    def list_output_modules(self) -> tuple[str, ...]:
        """One, so that Orca has a voice to choose."""
        return ("silent",)

    def list_synthesis_voices(self) -> tuple[str, ...]:
        """None."""
        return ()

    def get_rate(self) -> int:
        """The middle."""
        return 0

    get_pitch = get_volume = get_rate

    def get_language(self) -> str:
        """English."""
        return "en"

    def __getattr__(self, _name: str) -> Any:
        return lambda *_args, **_kwargs: None
