"""What a field's status says of itself, for tests that wait for it."""

import re

# Once what is saved has been read: what is typed sooner is put after that.
READY = re.compile(r"^(?!loading$).")
