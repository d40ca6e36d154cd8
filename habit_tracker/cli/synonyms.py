"""Words that people try as commands, and where they lead."""

RUN = {
    "add": "log",
    "new": "log",
    "list": "wins",
    "ls": "wins",
    "show": "wins",
    "rm": "delete",
    "remove": "delete",
    "del": "delete",
    "cal": "calendar",
    "find": "search",
    "grep": "search",
    "tags": "wins --tags",
    "settings": "config",
    "today": "",
    "version": "--version",
}
"""What is meant beyond doubt and does no harm: it is said, and done."""

SAY = {
    **dict.fromkeys(("done", "did", "record", "write", "note", "create", "answer"), ("log",)),
    "win": ("log", "wins"),
    "stat": ("stats", "status"),
    **dict.fromkeys(("entries", "journal", "all", "view"), ("wins",)),
    **dict.fromkeys(("change", "update", "modify", "fix"), ("edit", "undo")),
    **dict.fromkeys(("erase", "clear", "drop"), ("delete",)),
    **dict.fromkeys(("revert", "back"), ("undo",)),
    **dict.fromkeys(("later", "postpone", "delay"), ("snooze",)),
    **dict.fromkeys(("no", "pass", "ignore", "dismiss"), ("skip",)),
    **dict.fromkeys(
        ("reminder", "remind", "notify", "notification", "notifications"), ("status", "plan", "start")
    ),
    **dict.fromkeys(("schedule", "when", "set"), ("plan",)),
    "time": ("plan", "time-off"),
    **dict.fromkeys(("vacation", "holiday", "holidays", "pause", "off", "away", "break"), ("time-off",)),
    **dict.fromkeys(("setup", "install", "init", "enable", "on", "run"), ("start",)),
    **dict.fromkeys(("disable", "kill", "quit", "exit"), ("stop",)),
    **dict.fromkeys(("preferences", "prefs", "options", "configure", "set-up"), ("config",)),
    **dict.fromkeys(("info", "state", "health"), ("status",)),
    **dict.fromkeys(("check", "test", "diagnose"), ("doctor", "status")),
    **dict.fromkeys(("statistics", "graph", "chart", "report", "summary"), ("stats", "week")),
    **dict.fromkeys(("month", "year", "heatmap"), ("calendar",)),
    **dict.fromkeys(("weekly", "review", "rate", "choose"), ("week",)),
    **dict.fromkeys(("memory", "memories", "recall", "random"), ("remember",)),
    **dict.fromkeys(("streaks", "score"), ("streak", "stats")),
    **dict.fromkeys(("progress", "confidence", "growth"), ("trend", "stats")),
    **dict.fromkeys(("save", "copy", "backups"), ("backup",)),
    **dict.fromkeys(("dump", "download"), ("export",)),
    **dict.fromkeys(("load", "upload"), ("import",)),
    **dict.fromkeys(("man", "commands", "usage", "?"), ("help",)),
}
"""What may be meant: it is only said."""


def target(word: str) -> str:
    """How the command that *word* leads to beyond doubt is written."""
    return f"habit {RUN[word]}".rstrip()
