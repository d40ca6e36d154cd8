"""The public holidays of a region, from the library `holidays`, which is an extra: not everybody has it."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from habit_tracker.domain.days.plan import TimeOff
from habit_tracker.domain.days.time_off import LONGEST_REASON, checked
from habit_tracker.domain.errors import HabitError
from habit_tracker.domain.quoting import quoted

SHOWN = 20
"""So many regions fit into a sentence."""


class NoLibraryError(HabitError):
    """The library is not here, or does not work."""


class UnknownRegionError(HabitError):
    """A *word* that names no country or no region; *known* are those that it may have meant, with their codes."""

    def __init__(self, word: str, known: dict[str, str], said: str, otherwise: str) -> None:
        super().__init__(said)
        self.word, self.known, self.otherwise = word, known, otherwise


def install_command() -> str:
    """What brings the library to this installation."""
    parts = Path(sys.prefix).parts
    if "pipx" in parts:
        return "pipx inject habit-tracker holidays"
    if "uv" in parts and "tools" in parts:
        return "uv tool install habit-tracker --with holidays"
    from shlex import quote

    return f"{quote(sys.executable)} -m pip install holidays"


def usable() -> bool:
    """Whether the library is here, and works."""
    try:
        _library()
    except NoLibraryError:
        return False
    return True


def names(regions: str, first: date, last: date) -> dict[date, str]:
    """The holidays of the *regions* from *first* to *last*; a day of several is named as in the first.

    Raises NoLibraryError.
    """
    found: dict[date, str] = {}
    for region in regions.split(","):
        for day, name in _entity(region, range(first.year, last.year + 1)).items():
            if first <= day <= last:
                found.setdefault(day, _shown(name))
    return dict(sorted(found.items()))


def region(text: str) -> str:
    """The code of the country or region that *text* names: DE, DE-BY, de_bayern, Germany.

    Raises UnknownRegionError, or NoLibraryError.
    """
    countries = _countries()
    word = _plain(text)
    if whole := countries.get(word):
        return whole
    country, _, sub = word.partition("_")
    if country not in countries:
        raise UnknownRegionError(
            word,
            countries,
            f"{quoted(text)} is no country whose holidays are known.",
            "Write its two letters, and its region's where that has holidays of its own: DE, DE-BY or US-CA.",
        )
    return _subdivision(text, countries[country], sub)


def regions_words(country: str) -> str:
    """The regions of *country* that have holidays of their own, as a list; empty for none."""
    return _listed([f"{country}-{one}" for one in _entity(country, ()).subdivisions])


def _subdivision(text: str, country: str, sub: str) -> str:
    entity = _entity(country, ())
    known = {_plain(one): f"{country}-{one}" for one in entity.subdivisions}
    aliases = {_plain(name): f"{country}-{code}" for name, code in entity.subdivisions_aliases.items()}
    if found := (aliases | known).get(sub):
        return found
    raise UnknownRegionError(
        sub,
        aliases | known,
        f"{quoted(text)} is no region of {country} with holidays of its own.",
        f"There are {_listed(list(known.values()))}." if known else f"Write {country}, which has none.",
    )


def _listed(codes: list[str]) -> str:
    more = f" and {len(codes) - SHOWN} more" if len(codes) > SHOWN else ""
    return ", ".join(codes[:SHOWN]) + more


def _countries() -> dict[str, str]:
    """The two letters of each country, by all names that are known of it."""
    library = _library()
    codes = library.list_supported_countries(include_aliases=False)
    named = getattr(library.registry, "COUNTRIES", {})
    found = {
        _plain(name): two for key, (_, two, *others) in named.items() if two in codes for name in (key, *others)
    }
    return found | {_plain(code): code for code in codes}


def _plain(text: str) -> str:
    """Small letters, one sign between words, whatever parts them."""
    return "_".join(text.lower().replace("-", " ").replace("_", " ").replace("/", " ").split())


def _entity(region: str, years: Iterable[int]) -> Any:
    country, _, sub = region.partition("-")
    library = _library()
    try:
        entity = library.country_holidays(country, subdiv=sub or None)
        language = "en_US" if "en_US" in entity.supported_languages else None
        return library.country_holidays(country, subdiv=sub or None, years=years, language=language)
    except Exception as error:  # whatever another version of it makes of a region that this one knew
        raise NoLibraryError(f"The library `holidays` that is here does not know {region}.") from error


def _library() -> ModuleType:
    try:
        import holidays
    except Exception as error:  # whatever is wrong with it, it is not usable
        raise NoLibraryError(
            f"Public holidays need the library `holidays`, which is not here. Install it with: {install_command()}"
        ) from error
    return holidays


def _shown(name: str) -> str:
    """*name* as a reason for time off may be."""
    text = "".join(char if char.isprintable() else " " for char in name)[:LONGEST_REASON]
    return checked(TimeOff(date.min, date.min, text)).reason or "Public holiday"
