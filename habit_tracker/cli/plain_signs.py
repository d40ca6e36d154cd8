"""Stand-ins for signs that a terminal without Unicode cannot show."""

import codecs

ERRORS = "plain_signs"
"""The name under which streams know how to replace what they cannot encode."""

_PLAIN = dict(zip("✓·○▪■★━─▁▂▃▄▅▆▇█", "v.oxX*=-_.:-=+*#", strict=True))


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(char, "?") for char in error.object[error.start : error.end]), error.end


codecs.register_error(ERRORS, _replaced)
