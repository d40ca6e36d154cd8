"""The trend on the screen, for programs, and as a drawing."""

from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support.views import Person

MONDAY = date(2026, 11, 23)


def rated(folder: Path, *rates: int, columns: int = 80) -> Person:
    """Somebody who rated the last weeks so, oldest first."""
    person = Person(folder, columns=columns)
    for back, rate in enumerate(reversed(rates)):
        person.says("week", "--of", str(MONDAY - timedelta(weeks=back)), "--rate", str(rate))
    return person


def test_before_any_rating_it_says_how_to_give_one(tmp_path: Path) -> None:
    said = Person(tmp_path).says("trend")
    assert said.startswith("No ratings in this time.\n")
    more = "10 more rated weeks until the first can be compared with the newest:"
    assert said.endswith(f"\n{more}\n  habit week --review\n")


def test_each_rating_has_its_dot(tmp_path: Path) -> None:
    assert rated(tmp_path, 2, 4).says("trend").splitlines()[:8] == [
        "How confident you felt at work",
        "5 │",
        "4 │   ·●",
        "3 │ ··",
        "2 │●",
        "1 │",
        "  └─────",
        "   Nov",
    ]


@pytest.mark.slow
def test_growth_is_said_with_the_figures_it_rests_on(tmp_path: Path) -> None:
    said = rated(tmp_path, 1, 2, 2, 3, 2, 3, 4, 4, 5, 4).says("trend")
    assert "   10 rated weeks. 4.0 since 26 October, 2.0 in the first 5 weeks.\n" in said
    assert "more rated" not in said


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("words", [(), ("--year",), ("--all",)])
def test_it_fits(tmp_path: Path, columns: int, words: tuple[str, ...]) -> None:
    """Ten years of it, too."""
    person = rated(tmp_path, *[1, 5, 3] * 5, columns=columns)
    person.says("week", "--of", "2016-11-21", "--gladly", "3")
    assert max(map(len, person.says("trend", *words).splitlines())) <= columns


def test_it_looks_back(tmp_path: Path) -> None:
    """As it stood on an earlier day."""
    person = rated(tmp_path, 2, 4)
    assert [week["rate"] for week in person.json("trend", "--as-of", "2026-11-20")["weeks"]] == [2]


def test_programs_get_each_week(tmp_path: Path) -> None:
    person = rated(tmp_path, 3)
    person.wins("2026-11-23", confidence=4)
    assert person.json("trend") == {
        "weeks": [{"first": "2026-11-23", "rate": 3, "gladly": None, "confidence": 4.0, "ratings": 1}],
        "compared": {"rate": None, "gladly": None, "confidence": None},
    }


@pytest.mark.parametrize("weeks", [1, 3, 200])
def test_the_drawing_stands_by_itself(tmp_path: Path, weeks: int) -> None:
    """Well-formed, told in words as well, and without anything from outside."""
    person = rated(tmp_path, 4)
    person.says("week", "--of", str(MONDAY - timedelta(weeks=weeks - 1)), "--gladly", "2")
    file = tmp_path / "trend.svg"
    person.says("trend", "--all", "-o", str(file))
    drawing = ET.fromstring(file.read_text())  # noqa: S314  our own
    told = drawing.find("{*}desc")
    assert told is not None
    assert "confident at work: 4.0 of 5 on 23 November" in (told.text or "")
    assert {element.tag.rpartition("}")[2] for element in drawing.iter()} == {
        "svg", "title", "desc", "style", "path", "text", "circle",
    }  # fmt: skip
    attributes = {name for element in drawing.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}
    assert "http" not in file.read_text().replace("http://www.w3.org/2000/svg", "")
    assert person.run("trend", "-o", str(file)).exit_code == 1
    assert person.run("trend", "-o", str(file), "--force").exit_code == 0
