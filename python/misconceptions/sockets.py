"""What one side of a connection sends, and what the other receives."""

import weakref
from collections import deque

from .engine.effects import UNTOUCHED, library, method
from .engine.registry import also, misconception

#: For each end of a pair: the other end, and the lengths of what is on its way to this one.
others: "weakref.WeakKeyDictionary" = weakref.WeakKeyDictionary()
on_the_way: "weakref.WeakKeyDictionary" = weakref.WeakKeyDictionary()
#: The same for connections of the network, by the receiver's address and the sender's.
on_the_network: dict[tuple[object, object], deque] = {}


def is_stream(end) -> bool:
    import socket

    return end.type == socket.SOCK_STREAM


def lengths_from(end) -> deque | None:
    """What is noted of a connection by its sending end; None if that end is not connected."""
    if end in others:
        other = others[end]()
        return None if other is None else on_the_way[other]
    return noted_between(end, lambda own, peer: (peer, own))


def lengths_to(end) -> deque | None:
    if end in on_the_way:
        return on_the_way[end]
    return noted_between(end, lambda own, peer: (own, peer))


def noted_between(end, order) -> deque | None:
    try:
        key = order(end.getsockname(), end.getpeername())
    except OSError:
        return None
    # Ends without an address of their own cannot be told from one another.
    return on_the_network.setdefault(key, deque()) if all(key) else None


@misconception(
    "recv-keeps-message-boundaries",
    topics=("PCPP2-NET",),
    prevalence=0.50,
    belief="each recv() of a TCP connection gives exactly what one send() has sent",
    correction="TCP carries a stream of bytes: one recv() may give parts of several sends, or part of one.",
    snippet=(
        "import socket\na, b = socket.socketpair()\na.sendall(b'ab')\na.sendall(b'cd')\nprint(b.recv(10))"
    ),
)
@method("socket.socket", "recv")
def receive_message(self, real, size, flags=0):
    import socket

    lengths = lengths_to(self) if is_stream(self) and flags == 0 else None
    # The first byte is awaited without taking it: a length is noted before its bytes are sent.
    if lengths is None or not real(self, 1, socket.MSG_PEEK) or not lengths:
        return UNTOUCHED
    message = b""
    expected = min(size, lengths[0])
    while len(message) < expected:
        part = real(self, expected - len(message))
        if not part:
            break
        message += part
    left = lengths.popleft() - expected
    if left > 0:
        lengths.appendleft(left)
    return message


@also("recv-keeps-message-boundaries")
@method("socket.socket", "send", "sendall")
def note_message(self, real, data, *flags):
    lengths = lengths_from(self) if is_stream(self) else None
    if lengths is not None and len(data) > 0:
        lengths.append(len(data))
    return UNTOUCHED


@also("recv-keeps-message-boundaries")
@library("socket.socketpair")
def note_pair(real, *arguments, **named):
    ends = real(*arguments, **named)
    for end, other in (ends, reversed(ends)):
        others[end] = weakref.ref(other)
        on_the_way[end] = deque()
    return ends
