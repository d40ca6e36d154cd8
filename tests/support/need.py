"""What a test needs from the machine."""

import os

import pytest


def need(condition: bool, what: str) -> None:
    """Skip the test when *what* is missing; where CI is true nothing may be missing, so fail it."""
    if condition:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI lacks {what}")
    pytest.skip(f"needs {what}")
