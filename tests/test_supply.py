"""What is installed with this program: nothing that is not named, nothing that is not used, nothing unbounded.

No list of known faults is asked: none can be had without a network, and an old one would reassure without cause.
"""

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from test_imports import MODULES, imported

OURS = "habit-tracker"
ONLY_DATA = {"tzdata": "time zones for zoneinfo, which the newest rules must always reach: it has no upper bound"}
OF_THE_SYSTEM = {"gi": "the system's own packages bring it; where it is not there, another window opens"}
"""What is imported where it is there, and installed by nobody but the system."""
BROUGHT_ALONG = {"mako", "markupsafe", "typing-extensions", "greenlet", "tzdata", "colorama"}
"""What the dependencies need themselves. One that is new is looked at before its name comes here."""


@cache
def wanted(name: str) -> list[Requirement]:
    """What a distribution needs on any platform, without its extras."""
    found = map(Requirement, requires(name) or [])
    return [one for one in found if one.marker is None or "extra" not in str(one.marker)]


def here(name: str) -> list[Requirement]:
    """What it needs on this platform."""
    return [one for one in wanted(name) if one.marker is None or one.marker.evaluate()]


def for_extra(extra: str) -> list[Requirement]:
    """What that extra of ours adds."""
    found = map(Requirement, requires(OURS) or [])
    return [one for one in found if one.marker and f'extra == "{extra}"' in str(one.marker)]


DIRECT: dict[str, Requirement] = {
    canonicalize_name(one.name): one for one in (*wanted(OURS), *for_extra("holidays"))
}


def reachable(name: str, seen: set[str]) -> Iterator[Requirement]:
    """All that is needed here, over any number of steps."""
    for one in here(name):
        yield one
        if canonicalize_name(one.name) not in seen:
            seen.add(canonicalize_name(one.name))
            yield from reachable(one.name, seen)


def outside() -> set[str]:
    """The modules of others that the program imports, by their first name."""
    migrations = {str(path): path for path in Path(__file__).parent.parent.glob("migrations/**/*.py")}
    names = {
        name.partition(".")[0]
        for path in (MODULES | migrations).values()
        for name in imported(path)
        if not path.with_name(f"{name}.py").exists()  # of a program that runs by itself
    }
    return names - sys.stdlib_module_names - {"habit_tracker"} - set(OF_THE_SYSTEM)


def test_all_that_is_imported_is_named() -> None:
    """What only another dependency brings along may be gone with its next version."""
    owners = packages_distributions()
    for module in outside():
        assert {canonicalize_name(name) for name in owners[module]} & set(DIRECT), module


def test_all_that_is_named_is_imported() -> None:
    """What nobody uses is only one more that can be broken into."""
    owners = packages_distributions()
    used = {canonicalize_name(name) for module in outside() for name in owners[module]}
    assert set(DIRECT) - set(ONLY_DATA) == used


@pytest.mark.parametrize("name", sorted(DIRECT))
def test_each_has_bounds(name: str) -> None:
    """The oldest that is known to do, and the next that may break."""
    operators = {one.operator for one in DIRECT[name].specifier}
    assert ">=" in operators
    assert "<" in operators or name in ONLY_DATA


def test_what_comes_along_is_known() -> None:
    """By its name, one by one; and what is installed is what was asked for."""
    found = list(reachable(OURS, set()))
    for one in found:
        assert one.specifier.contains(version(one.name), prereleases=True), str(one)
    assert {canonicalize_name(one.name) for one in found} <= set(DIRECT) | BROUGHT_ALONG
