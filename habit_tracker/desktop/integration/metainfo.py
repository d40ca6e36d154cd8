"""What software centres show of the program (AppStream 1.0)."""

from habit_tracker.desktop.integration.entry import ABOUT, NAME, TITLE

ID = "local.habit_tracker.app"
"""It must begin with a domain; the program has none."""
PARAGRAPHS = (
    "Once a day your computer asks for one thing that made you feel accomplished. You answer in seconds, and once"
    " a week you look at your streak and at what you did.",
    "Nothing leaves your computer: all that you write is one file, and the program has no network.",
)


def render() -> str:
    """The text of the file."""
    paragraphs = "".join(f"    <p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{ID}</id>
  <name>{TITLE}</name>
  <summary>{ABOUT}</summary>
  <metadata_license>MIT</metadata_license>
  <project_license>MIT</project_license>
  <description>
{paragraphs}  </description>
  <launchable type="desktop-id">{NAME}.desktop</launchable>
  <icon type="stock">{NAME}</icon>
  <categories>
    <category>Utility</category>
  </categories>
  <provides>
    <binary>habit</binary>
  </provides>
  <content_rating type="oars-1.1"/>
</component>
"""
