"""What makes pages of the report's records; `plugin.py` is the one door for a generator."""

from macros.plugin import define_env, on_post_build

__all__ = ["define_env", "on_post_build"]
