"""Somebody who looks at the windows of a program, and closes them when nothing more happens there."""

import struct
import time
import tkinter
from collections.abc import Callable

from .pictures import Album, without_fourth
from .services import SCREEN

LOOK_EVERY_MILLISECONDS = 20
#: A window in which something is always about to happen is closed after this long.
PATIENCE_SECONDS = 1.5


def watch_windows(album: Album) -> Callable[[], None]:
    """Begins to watch; what is returned looks once more at the end, at the window that no mainloop() has shown."""
    of_window, of_module = tkinter.Misc.mainloop, tkinter.mainloop

    def mainloop(self, n=0):
        Onlooker(self._root(), album).begin()
        of_window(self, n)

    def mainloop_of_module(n=0):
        Onlooker(tkinter._get_default_root("run the main loop"), album).begin()
        of_module(n)

    def look() -> None:
        window = tkinter._default_root
        if album.is_open() and window is not None and exists(window):
            take_picture(window, album)

    tkinter.Misc.mainloop, tkinter.mainloop = mainloop, mainloop_of_module
    return look


def exists(window: tkinter.Tk) -> bool:
    try:
        return bool(window.winfo_exists())
    except tkinter.TclError:
        # What has been destroyed answers no question.
        return False


class Onlooker:
    """Sits before one window until it is closed."""

    def __init__(self, window: tkinter.Tk, album: Album):
        self.window = window
        self.album = album
        self.until = time.monotonic() + PATIENCE_SECONDS
        self.has_closed = False

    def begin(self) -> None:
        self.window.after(LOOK_EVERY_MILLISECONDS, self.look)

    def look(self) -> None:
        is_busy = len(self.window.tk.splitlist(self.window.tk.call("after", "info"))) > 0
        if is_busy and time.monotonic() < self.until:
            self.begin()
        elif self.has_closed:
            self.window.destroy()
        else:
            take_picture(self.window, self.album)
            self.has_closed = True
            # A window that is not closed by its own command, and does not leave its loop either, is closed by force.
            self.until = 0
            self.begin()
            self.close()

    def close(self) -> None:
        """What a click on the cross of the window does."""
        command = self.window.protocol("WM_DELETE_WINDOW")
        if command:
            self.window.tk.eval(command)
        else:
            self.window.destroy()


def take_picture(window: tkinter.Tk, album: Album) -> None:
    # The pointer waits in the corner of the screen, away from every button.
    window.event_generate("<Motion>", warp=True, x=window.winfo_screenwidth(), y=window.winfo_screenheight())
    window.update()
    # A question to the screen: it is answered when everything before it has been drawn.
    window.winfo_pointerxy()
    left, top = max(window.winfo_rootx(), 0), max(window.winfo_rooty(), 0)
    width, height, pixels = screen_part(left, top, window.winfo_width(), window.winfo_height())
    album.keep(width, height, pixels)


def screen_part(left: int, top: int, width: int, height: int) -> tuple[int, int, bytes]:
    """A part of the screen, cut at its edges. The file of the screen is in the form of the X window dump, version 7."""
    data = SCREEN.read_bytes()
    header = struct.unpack(">25I", data[:100])
    screen_width, screen_height, line, colours = header[4], header[5], header[12], header[19]
    start = header[0] + colours * 12
    width, height = min(width, screen_width - left), min(height, screen_height - top)
    rows = (start + (top + row) * line + left * 4 for row in range(height))
    pixels = b"".join(data[row:row + width * 4] for row in rows)
    return width, height, without_fourth(pixels, (2, 1, 0))
