"""Wrong pictures of Python that learners hold, each as a way to run a program as they would expect it."""

from .engine.prepare import NotApplicable, Prepared, prepare

__all__ = ["NotApplicable", "Prepared", "prepare"]
