"""A council's own folder: its name, address and colours, and its changes to the guide.

`reader` reads it, `rules` checks it, `merge` applies its changes to the content, `site_source`
writes what a generator builds."""
