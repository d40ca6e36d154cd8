"""The desktop's own Python, which may have GTK where ours, in its environment of its own, has not."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

USUAL = Path("/usr/bin/python3")
TYPELIB = "Gtk-4.0.typelib"
TYPELIB_FOLDERS = ("lib*/girepository-1.0", "lib/*/girepository-1.0")


def pythons_with_gtk(env: Mapping[str, str]) -> Iterator[Path]:
    """Each Python 3 of the system that lies beside GTK 4, the usual one first; none of them is started."""
    folders = [Path(folder) for folder in env.get("PATH", "").split(os.pathsep)]
    seen = set()
    for program in [USUAL, *(folder / USUAL.name for folder in folders if folder.is_absolute())]:
        real = program.resolve()
        if real not in seen and os.access(real, os.X_OK) and _lies_beside_gtk(program.parents[1], env):
            seen.add(real)
            yield program


def _lies_beside_gtk(prefix: Path, env: Mapping[str, str]) -> bool:
    if (prefix / "pyvenv.cfg").exists():  # an environment like ours sees nothing of the system's
        return False
    folders = [Path(folder) for folder in env.get("GI_TYPELIB_PATH", "").split(os.pathsep) if folder]
    folders += [folder for pattern in TYPELIB_FOLDERS for folder in prefix.glob(pattern)]
    return any((folder / TYPELIB).exists() for folder in folders)
