"""Notifications: the server and the connection to it, the process that shows one, what it says."""
