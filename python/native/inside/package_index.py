"""A package index of a few small packages, as pip reads it from a folder."""

import base64
import hashlib
import pathlib
import zipfile

# The same bytes whenever it is written.
LONG_AGO = (1980, 1, 1, 0, 0, 0)

GREETING = 'def greet(name):\n    return f"{word}, {{name}}!"\n'
BANNER = 'from greeting import greet\n\n\ndef banner(name):\n    return f"*** {greet(name)} ***"\n'

#: Name, version, what it requires, its one module.
PACKAGES = (
    ("greeting", "1.0", [], GREETING.format(word="Hello")),
    ("greeting", "1.1", [], GREETING.format(word="Hi")),
    ("greeting", "2.0", [], GREETING.format(word="Good day")),
    ("banner", "1.0", ["greeting>=1.0,<2"], BANNER),
)
#: What builds other packages; Debian keeps these for virtual environments.
TOOLS = pathlib.Path("/usr/share/python-wheels")


def write_index(folder: pathlib.Path) -> None:
    """Writes the index, below `simple`, in the form of PEP 503."""
    for name, version, requires, source in PACKAGES:
        project = folder / "simple" / name
        project.mkdir(parents=True, exist_ok=True)
        write_wheel(project, name, version, requires, source)
    for wheel in sorted(TOOLS.glob("*.whl")):
        project = folder / "simple" / wheel.name.partition("-")[0]
        project.mkdir(parents=True, exist_ok=True)
        (project / wheel.name).symlink_to(wheel)
    for project in sorted((folder / "simple").iterdir()):
        write_page(project)
    write_page(folder / "simple")


def write_page(folder: pathlib.Path) -> None:
    names = sorted(path.name + "/" * path.is_dir() for path in folder.iterdir())
    links = "".join(f'<a href="{name}">{name.rstrip("/")}</a><br>\n' for name in names)
    (folder / "index.html").write_text(f"<!DOCTYPE html>\n<html><body>\n{links}</body></html>\n")


def write_wheel(folder: pathlib.Path, name: str, version: str, requires: list[str], source: str) -> None:
    about = f"{name}-{version}.dist-info"
    metadata = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"]
    metadata += [f"Requires-Dist: {requirement}\n" for requirement in requires]
    files = {
        f"{name}.py": source,
        f"{about}/METADATA": "".join(metadata),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: pyladder\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{digest(text)},{len(text.encode())}\n" for path, text in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n"
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(zipfile.ZipInfo(path, LONG_AGO), text)


def digest(text: str) -> str:
    value = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"sha256={value.decode().rstrip('=')}"
