"""The manual: a page for `habit` and one for each command, made from the commands themselves."""
