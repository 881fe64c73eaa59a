"""`python -m guide`, which is the same as `guide` where it is installed."""

from guide.command import guide

if __name__ == "__main__":
    guide(prog_name="guide")
