"""Programs that tests need beside them: started, waited for, and ended by their own ids."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from support.need import need as need_part


def need(*programs: str) -> None:
    """Skip the test where a program is missing; where CI=true it must not be."""
    missing = [program for program in programs if shutil.which(program) is None]
    need_part(not missing, ", ".join(missing))


@contextmanager
def running(words: Sequence[str], env: Mapping[str, str] | None = None) -> "Iterator[subprocess.Popen[bytes]]":
    """A program that is ended when the block is left; its stdout is a pipe."""
    process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End it, if need be by force, and close its pipes."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            try:
                pipe.close()
            except BrokenPipeError:
                continue
    process.wait()


def first_line(process: "subprocess.Popen[bytes]") -> str:
    """The first line that it prints, which says that it is there."""
    assert process.stdout is not None
    line = process.stdout.readline().decode().strip()
    assert line, f"{process.args!r} did not start"
    return line


def becomes_true(condition: Callable[[], object], seconds: float = 5) -> bool:
    """Whether it becomes true in time, for what tells nobody when it does."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
