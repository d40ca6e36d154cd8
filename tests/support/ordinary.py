"""A person without root's powers."""

import os
import shutil

from support.need import need


def ordinary() -> list[str]:
    """What to write before a command to take away root's power to write anywhere."""
    if os.geteuid() != 0:
        return []
    need(shutil.which("setpriv") is not None, "setpriv")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
