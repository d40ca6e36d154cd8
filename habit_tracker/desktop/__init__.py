"""The person's desktop: its clock and zone, notifications, the answer window, starting at login."""
