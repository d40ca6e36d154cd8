"""The command that installs a package of the system."""

import shutil

MANAGERS = {
    "apt": "sudo apt install {}",
    "dnf": "sudo dnf install {}",
    "zypper": "sudo zypper install {}",
    "pacman": "sudo pacman -S {}",
}
OTHER_NAMES = {("dnf", "python3-tk"): "python3-tkinter", ("pacman", "python3-tk"): "tk"}


def install(package: str) -> str | None:
    """It, for the *package* that Debian has under this name; None where the package manager is not known."""
    manager = next(filter(shutil.which, MANAGERS), None)
    return manager and MANAGERS[manager].format(OTHER_NAMES.get((manager, package), package))
