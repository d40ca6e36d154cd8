"""The reminder on a real database, with a screen that remembers and a clock that the test moves."""

import logging
from datetime import date, time

import psutil
import pytest
from support.bench import MONDAY, Bench
from support.moments import moment
from support.wins import NOW

from habit_tracker.desktop.inbox import drop
from habit_tracker.desktop.notifications.messages import Report
from habit_tracker.domain.days.plan import EVERY_DAY, Plan, PlannedPrompt
from habit_tracker.domain.nudges.nudge import NudgeKey, Outcome
from habit_tracker.domain.nudges.prompt import DAILY, FOLLOW_UP, WEEKLY
from habit_tracker.domain.nudges.reply import Reply
from habit_tracker.reminder.reminder import Reminder
from habit_tracker.storage import journal, ledger, plans, settings
from habit_tracker.storage.errors import StorageError


def test_a_day_is_asked_once(bench: Bench) -> None:
    """Neither the next look nor a restart asks again."""
    assert bench.look("16:59", "17:00", "17:00:30") == [DAILY]
    bench.restart()
    assert bench.look("17:01", "17:02") == [DAILY]
    assert bench.rows() == [(DAILY, Outcome.SHOWN, None)]


def test_the_question_names_its_day(bench: Bench) -> None:
    """And stays on the screen until noon of the next."""
    bench.look("17:00")
    (request,) = bench.screen.shown
    assert request.day_words == "Monday 23 November"
    assert "accomplished" in request.question
    assert (request.title, "23 November" in request.body) == ("One win today?", True)
    assert request.until == moment("2026-11-24 12:00").now


def test_the_window_has_a_past_win_to_start_from(bench: Bench) -> None:
    """The notification has nothing of it."""
    with bench.database.noting() as connection:
        journal.log(connection, "held the talk", date(2026, 11, 20), moment("2026-11-20 12:00").now, "UTC")
    bench.look("17:00")
    (request,) = bench.screen.shown
    assert request.hint == "held the talk"
    assert "talk" not in request.title + request.body


def test_who_does_not_want_to_be_reminded_gets_no_past_win(bench: Bench) -> None:
    """One setting ends it."""
    with bench.database.noting() as connection:
        now = moment("2026-11-20 12:00").now
        journal.log(connection, "held the talk", date(2026, 11, 20), now, "UTC")
        settings.put(connection, settings.REMEMBER, settings.OFF, now)
    bench.look("17:00")
    assert [request.hint for request in bench.screen.shown] == [None]


def test_a_nudge_nobody_took_is_tried_again(bench: Bench) -> None:
    """It does not count as shown, and the ledger says why."""
    bench.screen.answer = Report("failed", reason="the server fell over")
    assert bench.look("17:00", "17:00:30") == [DAILY]
    assert bench.rows() == [(DAILY, Outcome.WAITING, "the server fell over")]
    bench.screen.answer = Report("shown", channel="fake 1")
    assert bench.look("17:01:30", "17:02:00") == [DAILY, DAILY]
    assert bench.rows() == [(DAILY, Outcome.SHOWN, None)]


def test_plyer_can_only_say_sent(bench: Bench) -> None:
    """That is final too."""
    bench.screen.answer = Report("sent", channel="plyer")
    assert bench.look("17:00", "17:01", "17:05") == [DAILY]
    assert bench.rows() == [(DAILY, Outcome.SENT, None)]


def test_a_crash_between_sending_and_noting_leads_to_a_second_try(bench: Bench) -> None:
    """Silence would be worse."""
    bench.screen.answer = None
    bench.look("17:00")
    bench.restart()
    bench.screen.answer = Report("shown", channel="fake 1")
    assert bench.look("17:00:59") == [DAILY]
    assert bench.look("17:01:00") == [DAILY, DAILY]


def test_nothing_is_sent_while_nothing_can_be_shown(bench: Bench) -> None:
    """It comes as soon as it can; no try is counted."""
    bench.screen.trouble = "do not disturb is on"
    assert bench.look("17:00", "18:00") == []
    assert bench.rows() == [(DAILY, Outcome.WAITING, "do not disturb is on")]
    bench.screen.trouble = None
    assert bench.look("19:00") == [DAILY]


def test_a_win_takes_the_question_off_the_screen(bench: Bench) -> None:
    """Wherever it was logged; and no follow-up comes."""
    bench.look("17:00")
    assert bench.screen.up
    bench.log()
    assert bench.look("17:30", "20:00") == [DAILY]
    assert bench.screen.up == set()
    assert bench.rows() == [(DAILY, Outcome.ANSWERED, None)]


def test_a_win_before_the_time_keeps_it_silent(bench: Bench) -> None:
    """The ledger says why nothing was asked."""
    bench.log()
    assert bench.look("17:00", "20:00") == []
    assert bench.rows() == [(DAILY, Outcome.NOT_NEEDED, "a win was logged before")]


def test_a_changed_plan_takes_effect_without_a_restart(bench: Bench) -> None:
    """At the very next look."""
    assert bench.look("12:00") == []
    with bench.database.noting() as connection:
        plans.save(connection, Plan.daily(MONDAY, time(12, 30)), MONDAY, NOW)
    assert bench.look("12:30") == [DAILY]


def test_what_an_answer_has_reached_is_said_without_a_word_of_a_win(bench: Bench) -> None:
    """Others may read it on the screen."""
    with bench.database.noting() as connection:
        for day in (21, 22):
            journal.log(connection, "held the talk", date(2026, 11, day), NOW, "UTC")
    bench.look("17:00")
    said = moment("2026-11-23 17:05")
    reply = Reply("u", NudgeKey(MONDAY, DAILY), "answer", said.now, said.zone_name, "done", 4)
    drop(reply, bench.database.home.inbox)
    bench.look("17:05")
    (thanks,) = bench.screen.thanks
    assert thanks.body.endswith(". You have 3 days with a win now.")
    assert "talk" not in thanks.title + thanks.body


def test_an_answer_is_stored_and_thanked_for(bench: Bench) -> None:
    """From its file to the database, at the next look."""
    bench.look("17:00")
    said = moment("2026-11-23 17:05")
    drop(
        Reply("u", NudgeKey(MONDAY, DAILY), "answer", said.now, said.zone_name, "done", 4),
        bench.database.home.inbox,
    )
    bench.look("17:05")
    assert [thanks.title for thanks in bench.screen.thanks] == ["Day 1"]
    with bench.database.reading() as connection:
        assert [win.text for win in journal.between(connection, MONDAY, MONDAY)] == ["done"]
    assert bench.look("20:00") == [DAILY]


def test_a_snoozed_question_comes_back(bench: Bench) -> None:
    """Half an hour later, also after a restart."""
    bench.look("17:00")
    said = moment("2026-11-23 17:05")
    drop(Reply("u", NudgeKey(MONDAY, DAILY), "later", said.now, said.zone_name), bench.database.home.inbox)
    bench.look("17:05")
    assert bench.screen.up == set()
    bench.restart()
    assert bench.look("17:34") == [DAILY]
    assert bench.look("17:35", "17:36") == [DAILY, DAILY]


def test_a_follow_up_comes_once(bench: Bench) -> None:
    """90 minutes after the question."""
    assert bench.look("17:00", "17:01", "18:31", "18:32", "22:00") == [DAILY, FOLLOW_UP]


def test_what_was_reported_survives_a_database_that_is_away(bench: Bench) -> None:
    """The nudge was shown; it is noted when the database is back, and not sent again."""
    bench.look("17:00")
    path = bench.database.home.database
    whole = path.read_bytes()
    path.write_bytes(b"away" * 1000)
    with pytest.raises(Exception, match="not a database"):
        bench.look("17:00:30")
    path.write_bytes(whole)
    assert bench.look("17:05") == [DAILY]
    assert bench.rows() == [(DAILY, Outcome.SHOWN, None)]


def test_a_file_that_is_gone_for_a_while_is_waited_for(bench: Bench) -> None:
    """No empty one takes its place."""
    bench.look("16:00")
    path = bench.database.home.database
    away = path.rename(path.with_suffix(".away"))
    with pytest.raises(StorageError, match="not there any more"):
        bench.look("17:00")
    assert not path.exists()
    away.rename(path)
    assert bench.look("17:05") == [DAILY]


def test_the_weekly_check_says_the_week_in_one_line(bench: Bench) -> None:
    """And how to open it; it has no buttons to put it off."""
    with bench.database.noting() as connection:
        check = PlannedPrompt(WEEKLY, frozenset({0}), time(16))
        plans.save(connection, Plan.daily(MONDAY, time(17)).saying(check), MONDAY, NOW)
    bench.log()
    assert bench.look("16:00") == [WEEKLY]
    (request,) = bench.screen.shown
    assert (
        request.body == "1 day with a win of 1 planned day in the last seven. Look back with: habit week --review"
    )
    assert not request.buttons


def test_quiet_hours_hold_what_is_late(bench: Bench) -> None:
    """As the person has set them."""
    with bench.database.noting() as connection:
        settings.put(connection, settings.QUIET, "20:00-08:00", NOW)
    assert bench.look("20:30") == []
    assert bench.rows() == [(DAILY, Outcome.WAITING, "quiet hours")]


def test_a_clock_that_leaps_ahead_asks_nothing_until_it_has_lasted(bench: Bench) -> None:
    """What is on the screen stays there, and the ledger says why nothing comes; one that goes back is believed."""
    bench.reminder = Reminder(bench.database, bench.screen, logging.getLogger("test"), lambda: False)
    bench.screen.hear = bench.reminder.hear
    for text, uptime in [("2026-11-23 17:00", 0), ("2027-11-23 17:00", 60), ("2027-11-23 17:09", 600)]:
        bench.reminder.look(moment(text)._replace(uptime=3600.0 + uptime))
    assert len(bench.screen.shown) == len(bench.screen.up) == 1
    with bench.database.reading() as connection:
        waiting = ledger.recent(connection, date(2027, 11, 23))[-1]
    assert (waiting.outcome, waiting.reason) == (
        Outcome.WAITING,
        "the clock passed over 364 days; it is believed once it has gone on for ten minutes",
    )
    for text, uptime in [("2026-11-23 17:11", 660), ("2026-11-24 17:00", 86_400)]:
        bench.reminder.look(moment(text)._replace(uptime=3600.0 + uptime))
    assert [request.key.day for request in bench.screen.shown if request.key.prompt == DAILY] == [
        MONDAY,
        date(2026, 11, 24),
    ]


def test_a_first_day_noted_by_a_clock_that_was_ahead_is_put_right(bench: Bench) -> None:
    """Else the question of an evening that was slept through would not come on the next morning."""
    bench.reminder.look(moment("2036-11-23 12:00"))
    bench.look("12:00")
    bench.reminder.look(moment("2026-11-24 08:00"))
    assert [request.key.day for request in bench.screen.shown] == [MONDAY]


@pytest.mark.slow
def test_memory_does_not_grow(bench: Bench) -> None:
    """Over ten thousand looks: nothing is kept from one to the next."""
    process = psutil.Process()
    bench.look("17:00", *["17:01"] * 1_000)
    before = process.memory_info().rss
    bench.look(*["17:01"] * 10_000)
    assert process.memory_info().rss - before < 1_000_000


def test_the_daily_question_is_asked_in_the_persons_own_words(bench: Bench) -> None:
    """The follow-up keeps its own."""
    with bench.database.noting() as connection:
        settings.put(connection, settings.QUESTION, "What went well?", NOW)
    bench.look("17:00", "17:01", "18:31")
    asked, follow_up = bench.screen.shown
    assert (asked.question, asked.title) == ("What went well?", "One win today?")
    assert asked.body.startswith("What went well? Day 1")
    assert follow_up.question == FOLLOW_UP.question


def test_several_questions_a_day_come_one_at_a_time(bench: Bench) -> None:
    """The newer takes the place of the older on the screen; after a win none comes."""
    twice = Plan.daily(MONDAY, time(11)).saying(PlannedPrompt(DAILY, EVERY_DAY, time(17), 2))
    with bench.database.noting() as connection:
        plans.save(connection, twice, MONDAY, NOW)
    bench.look("11:00", "11:01", "16:59")
    assert bench.screen.up == {NudgeKey(MONDAY, DAILY)}
    assert bench.look("17:00", "17:01") == [DAILY, DAILY]
    bench.log()
    bench.look("17:02", "19:00")
    assert bench.screen.up == set()
    assert bench.rows() == [(DAILY, Outcome.ANSWERED, None), (DAILY, Outcome.ANSWERED, None)]


def test_an_answer_from_the_desktop_reaches_the_prompt(bench: Bench) -> None:
    """At the look that stores it."""
    bench.look("17:00")
    said = moment("2026-11-23 17:05")
    reply = Reply("u", NudgeKey(MONDAY, DAILY), "answer", said.now, said.zone_name, "done")
    drop(reply, bench.database.home.inbox)
    bench.look("17:05")
    assert "habit_state=won\n" in bench.database.home.status.read_text()
