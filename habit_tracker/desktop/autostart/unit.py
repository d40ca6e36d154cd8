"""The text of the systemd unit."""

from habit_tracker.desktop.autostart import words

SESSION = "graphical-session.target"

_HEAD = [
    "[Unit]",
    "Description=Habit Tracker reminder",
    f"PartOf={SESSION}",
    f"After={SESSION}",
    "# Never give up: a reminder that crashes often is still better than none.",
    "StartLimitIntervalSec=0",
    "",
    "[Service]",
    "Type=exec",
    "# Not the home, where a random.py or json.py of the person's own could lie.",
    "WorkingDirectory=/",
]
_TAIL = [
    "Restart=on-failure",
    "RestartSec=20",
    "# Stopping or restarting the reminder must not close a window in which an answer is being written.",
    "KillMode=process",
    "# Shorter than what the one who asks for the stop is ready to wait.",
    "TimeoutStopSec=4",
    "",
    "[Install]",
    f"WantedBy={SESSION}",
    "",
]


def render(command: list[str], environment: dict[str, str]) -> str:
    """The text of the unit."""
    program, *arguments = words.through_env(command, {})
    if any("$" in word for word in command):
        program = f":{program}"  # ":" leaves every $ alone; only then, because systemd knows it since 244
    variables = [f"Environment={_quoted(f'{name}={value}')}" for name, value in environment.items()]
    line = " ".join(_quoted(word) for word in (program, *arguments))
    return "\n".join([*_HEAD, *variables, f"ExecStart={line}", *_TAIL])


def parse(unit: str) -> list[str] | None:
    """The command that the text of a unit starts."""
    lines = [line.removeprefix("ExecStart=") for line in unit.split("\n") if line.startswith("ExecStart=")]
    found = [word.replace("%%", "%") for word in words.split("".join(lines[-1:]))]
    return words.without_env([found[0].removeprefix(":"), *found[1:]]) or None if found else None


def parse_environment(unit: str) -> dict[str, str]:
    """The environment that the text of a unit adds."""
    lines = [line.removeprefix("Environment=") for line in unit.split("\n") if line.startswith("Environment=")]
    found = [word.replace("%%", "%") for line in lines for word in words.split(line)]
    return dict(word.split("=", 1) for word in found if "=" in word)


def _quoted(word: str) -> str:
    return words.quote(word.replace("%", "%%"), '"\\')
