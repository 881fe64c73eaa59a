"""Entry point for mkdocs-macros: re-exports the two hooks of `plugin.py` and nothing else."""

from macros.plugin import define_env, on_post_build

__all__ = ["define_env", "on_post_build"]
