"""The misconceptions as the TypeScript side keeps them (misconceptions/catalogue.json)."""

import json

import misconceptions


def catalogue() -> str:
    """A JSON text of the words of every misconception, in the order of their families."""
    return json.dumps(misconceptions.catalogue(), ensure_ascii=False)
