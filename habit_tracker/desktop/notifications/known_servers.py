"""What is known of notification servers, beside what they say of themselves; `tests` try those of Debian."""

from typing import NamedTuple

from habit_tracker.desktop.notifications.clicks import ButtonSetting
from habit_tracker.desktop.notifications.muting import gnome, muted, plasma
from habit_tracker.desktop.notifications.quiet_signs import (
    Sign,
    bus_method,
    bus_property,
    either,
    gsetting,
    lxqt,
    mako,
    xfce,
)
from habit_tracker.desktop.notifications.server import NAME, Server


class Known(NamedTuple):
    """One kind of server, the others being *unknown*.

    *click* says whether a click answers; a *setting* of the person decides which. It draws the action `default` as
    a *default_button*, or other *buttons* only. *quiet* tells whether do not disturb is on, *loud* is the command
    that switches it off. One that *cuts* has room for four lines of text, one that *boxes* puts what is to stay
    into a dialog, which cannot be closed, and one that *keeps* what it is told to close lets go what expires.
    """

    unknown: bool = False
    click: bool = True
    setting: ButtonSetting | None = None
    default_button: bool = False
    buttons: bool = True
    quiet: Sign | None = None
    loud: str | None = None
    cuts: bool = False
    boxes: bool = False
    keeps: bool = False


DUNST_CLICKS = ButtonSetting("dunst/dunstrc", "global", "mouse_{}_click", "do_action", "middle")
MAKO_CLICKS = ButtonSetting("mako/config", "", "on-button-{}", "invoke-default-action", "left")
BUDGIE = ("org.budgie_desktop.Raven", "/org/budgie_desktop/Raven", "GetDoNotDisturbState")
SWAYNC = ("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "GetDnd")

KNOWN = {
    "dunst": Known(
        setting=DUNST_CLICKS,
        buttons=False,
        quiet=bus_property("org.dunstproject.cmd0", "paused"),
        loud="dunstctl set-paused false",
    ),
    "mako": Known(setting=MAKO_CLICKS, buttons=False, quiet=mako, loud="makoctl mode -s default", cuts=True),
    "SwayNotificationCenter": Known(quiet=bus_method(*SWAYNC), loud="swaync-client --dnd-off"),
    "Xfce Notify Daemon": Known(
        click=False,
        default_button=True,
        quiet=xfce,
        loud="xfconf-query -c xfce4-notifyd -p /do-not-disturb -s false",
    ),
    "Notification Daemon by MATE": Known(
        quiet=gsetting("org.mate.NotificationDaemon", "do-not-disturb"),
        loud="gsettings set org.mate.NotificationDaemon do-not-disturb false",
    ),
    "Notification Daemon": Known(keeps=True),
    "lxqt-notificationd": Known(default_button=True, quiet=lxqt),
    "notify-osd": Known(click=False, buttons=False, boxes=True),
    "gnome-shell": Known(
        quiet=either(
            gsetting("org.gnome.desktop.notifications", "show-banners", quiet_when=False),
            muted("GNOME", gnome("enable")),
            muted("GNOME", gnome("show-banners")),
        ),
        loud="gsettings set org.gnome.desktop.notifications show-banners true",
    ),
    "Plasma": Known(quiet=either(bus_property(NAME, "Inhibited"), muted("Plasma", plasma))),
    # read in their sources, never run
    "cinnamon": Known(
        quiet=gsetting("org.cinnamon.desktop.notifications", "display-notifications", quiet_when=False),
        loud="gsettings set org.cinnamon.desktop.notifications display-notifications true",
    ),
    "io.elementary.notifications": Known(
        quiet=gsetting("io.elementary.notifications", "do-not-disturb"),
        loud="gsettings set io.elementary.notifications do-not-disturb false",
    ),
    "Budgie Notification Server": Known(quiet=bus_method(*BUDGIE)),
}


UNKNOWN = Known(
    unknown=True,
    default_button=True,  # perhaps: then no other is drawn with the same label
    quiet=either(bus_property(NAME, "Inhibited"), bus_property("org.dunstproject.cmd0", "paused")),
)


def known(server: Server) -> Known:
    """What is known of *server*; two desktops call theirs by the same name."""
    return KNOWN.get(f"{server.name} by {server.vendor}") or KNOWN.get(server.name) or UNKNOWN
