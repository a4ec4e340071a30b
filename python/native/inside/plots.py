"""Somebody who looks at the plots of a program, in the place of a screen: Matplotlib loads this module as its backend."""

import os
import sys
from collections.abc import Callable

from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from .pictures import Album, without_fourth

NAME = "pyladder_plots"

FigureCanvas = FigureCanvasAgg
FigureManager = FigureManagerBase

albums: list[Album] = []


def watch_plots(album: Album) -> Callable[[], None]:
    """Begins to watch; what is returned looks once more at the end, at the plot that was not shown."""
    albums.append(album)
    sys.modules[NAME] = sys.modules[__name__]
    os.environ["MPLBACKEND"] = f"module://{NAME}"
    return look


def look() -> None:
    """Takes a picture of the current figure."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    for album in albums:
        if album.is_open() and pyplot is not None and pyplot.get_fignums():
            canvas = FigureCanvasAgg(pyplot.gcf())
            canvas.draw()
            width, height = canvas.get_width_height()
            album.keep(width, height, without_fourth(bytes(canvas.buffer_rgba()), (0, 1, 2)))


def show(*arguments, **named) -> None:
    """What the program calls to show its figures: they are looked at, and their windows closed."""
    from matplotlib import pyplot

    look()
    pyplot.close("all")
