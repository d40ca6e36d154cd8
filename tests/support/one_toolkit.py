"""The answer window's process where there is one toolkit, the one that TEST_TOOLKIT names."""

import os
import runpy

from habit_tracker.desktop.window import choice

there = [toolkit for toolkit in choice.order_here() if toolkit[0] == os.environ["TEST_TOOLKIT"]]
choice.order_here = lambda: there
runpy.run_module("habit_tracker.desktop.window", run_name="__main__")
