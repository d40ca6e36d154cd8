"""An installation of its own, which a test may replace or take away: an environment, and the package in it."""

import shutil
import site
import subprocess
import sys
import venv
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "habit_tracker"


class Installation:
    """In *folder*; the libraries are those of whoever runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        self.install()

    @property
    def _packages(self) -> Path:
        return self.folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"

    def install(self) -> None:
        """Put it there, in place of what was there."""
        shutil.rmtree(self.folder, ignore_errors=True)
        venv.create(self.folder, symlinks=True)
        (self._packages / "libraries.pth").write_text("\n".join(site.getsitepackages()))
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE, self._packages / "habit_tracker", ignore=ignored)
        migrations = PACKAGE.parent / "migrations"
        shutil.copytree(migrations, self._packages / "habit_tracker" / "migrations", ignore=ignored)

    def delete(self) -> None:
        """Take it away."""
        shutil.rmtree(self.folder)

    def habit(self, *words: str, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
        """Run `habit WORDS...` of this installation."""
        command = [str(self.python), "-P", "-m", "habit_tracker", *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=cwd)
