"""The process that brings the second set of copies up to date: only this one waits for its disk."""

import json
import sys
from datetime import datetime
from pathlib import Path

from habit_tracker.domain.errors import HabitError
from habit_tracker.storage.backup import second_set
from habit_tracker.storage.home import Home


def main() -> None:
    """Do what the one line on standard input says; what became of it is the one line on standard output."""
    order = json.loads(sys.stdin.readline())
    home = Home(*map(Path, order["home"]))
    now = datetime.fromisoformat(order["now"])
    found = second_set.from_json(order["set"])
    try:
        if order["begin"]:
            found = second_set.begun(home, found.folder, now)
        else:
            found = second_set.bring_up_to_date(home, found, now)
    except (HabitError, OSError) as error:
        found = found._replace(tried_at=now, trouble=str(error))
    sys.stdout.write(json.dumps(second_set.to_json(found)))


if __name__ == "__main__":
    main()
