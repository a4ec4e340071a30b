"""What a program may use; its children have the same limits, each for itself."""

import resource

#: Room for a program's own threads and processes, beside those of the services.
TASKS = 96
FILES = 128
FILE_BYTES = 32 * 1024 * 1024


def set_limits(wanted: dict[str, int]) -> None:
    """Takes `milliseconds` of processor time and `heapBytes`. What several use together is watched from outside."""
    seconds = wanted["milliseconds"] // 1000 + 2
    for kind, value in (
        (resource.RLIMIT_AS, wanted["heapBytes"]),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NPROC, TASKS),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))
