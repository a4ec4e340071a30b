"""The screen, the database and the package index of one run."""

import os
import pathlib
import subprocess
import time

from .package_index import write_index

FOLDER = pathlib.Path("/run/services")
SCREEN = FOLDER / "Xvfb_screen0"
#: The database that a program finds, empty.
DATABASE = "practice"
PATIENCE_SECONDS = 60


def start(needs: list[str]) -> None:
    """Starts what these needs call for and waits until it can be used."""
    if "tkinter" in needs:
        start_screen()
    if "mysql" in needs:
        start_database()
    if "pip" in needs:
        write_index(FOLDER / "index")


def start_screen() -> None:
    ready, tell_ready = os.pipe()
    command = [
        "Xvfb", ":1", "-displayfd", str(tell_ready), "-screen", "0", "1024x768x24", "-dpi", "96",
        "-nolisten", "tcp", "-noreset", "-fbdir", FOLDER,
    ]
    start_service(command, "screen", pass_fds=[tell_ready])
    os.close(tell_ready)
    with open(ready, encoding="ascii") as file:
        if file.readline() == "":
            raise RuntimeError(f"the screen did not start: {last_words('screen')}")
    os.environ["DISPLAY"] = ":1"


def start_database() -> None:
    folder = FOLDER / "database"
    folder.mkdir()
    # Without the tables of accounts there is nothing to install first, and everybody may do everything.
    command = [
        "mariadbd", "--no-defaults", "--skip-grant-tables", f"--datadir={folder}", f"--socket={folder}/socket",
        "--bind-address=127.0.0.1", "--port=3306", "--character-set-server=utf8mb4", "--performance-schema=off",
        "--innodb-log-file-size=4M", "--innodb-buffer-pool-size=8M", "--innodb-use-native-aio=0",
        "--innodb-flush-log-at-trx-commit=0",
    ]
    start_service(command, "database")
    connection = connect_patiently(str(folder / "socket"))
    connection.cursor().execute(f"CREATE DATABASE {DATABASE}")
    connection.close()


def connect_patiently(socket: str):
    import pymysql

    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return pymysql.connect(unix_socket=socket, user="learner")
        except pymysql.err.OperationalError:
            if time.monotonic() > until:
                raise RuntimeError(f"the database did not start: {last_words('database')}") from None
            time.sleep(0.02)


def start_service(command: list, name: str, pass_fds: list[int] | tuple = ()) -> None:
    """Starts a command that is no child of the program's: whoever waits for children waits for its own."""
    with open(log_of(name), "wb") as log:
        subprocess.run(
            ["setsid", "--fork", *command], pass_fds=pass_fds, check=True,
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )


def log_of(name: str) -> pathlib.Path:
    return FOLDER / f"{name}.log"


def last_words(name: str) -> str:
    return log_of(name).read_text(errors="replace")[-500:]
