"""The words and pictures on the terminal. Values in, lines out; nothing is read or stored here."""
