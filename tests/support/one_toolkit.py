"""The answer window's process where there are the toolkits that TEST_TOOLKIT names, in that order."""

import os
import runpy

from habit_tracker.desktop.window import choice

all_toolkits = choice.order_here()
named = [found for name in os.environ["TEST_TOOLKIT"].split() for found in all_toolkits if found[0] == name]
choice.order_here = lambda *_: named
runpy.run_module("habit_tracker.desktop.window", run_name="__main__")
