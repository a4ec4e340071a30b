"""Runs one program as CPython would run it as a script, and tells what happened."""
