"""A council's own folder: its name, address and colours, and what it adds to the guide.

`folder` reads it, `check` finds what does not fit, `merge` puts it into the content,
`palette` works out its colours, `assemble` writes what a generator builds.
"""
