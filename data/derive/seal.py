"""Write the sha256 of each listed file into `data/sources.toml`, and name what is unlisted.

    python data/derive/seal.py [FOLDER ...]

Without a folder (data/gazetteer, …) all files are sealed. Run it after a file
of `data` was changed on purpose; the test of the sources fails until then.
"""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT / "data" / "sources.toml"
ENTRY = re.compile(r"^(?=\[\[source\]\])", re.M)
FILE = re.compile(r'^file = "([^"]+)"', re.M)
HASH = re.compile(r"^sha256 = .*", re.M)
NO_DATA = (".py", ".pyc")


def sealed(text: str, folders: tuple[str, ...] = ("data",)) -> str:
    """The list with the hashes of the files in the folders as they are now."""
    return "".join(_sealed(entry, folders) for entry in ENTRY.split(text))


def _sealed(entry: str, folders: tuple[str, ...]) -> str:
    """The entry with its file's hash, as its last line where it had none."""
    file = FILE.search(entry)
    if file is None or not file[1].startswith(folders):
        return entry
    line = f'sha256 = "{sha256((ROOT / file[1]).read_bytes()).hexdigest()}"'
    if HASH.search(entry):
        return HASH.sub(line, entry)
    body = entry.rstrip("\n")
    return f"{body}\n{line}\n{entry[len(body) + 1 :]}"


def unlisted(text: str) -> list[str]:
    """Files under data without an entry."""
    listed = set(FILE.findall(text)) | {"data/sources.toml"}
    files = (p for p in sorted((ROOT / "data").rglob("*")) if p.is_file())
    names = (p.relative_to(ROOT).as_posix() for p in files if p.suffix not in NO_DATA)
    return [name for name in names if name not in listed]


def main() -> None:
    folders = tuple(sys.argv[1:]) or ("data",)
    text = sealed(SOURCES.read_text(encoding="utf-8"), folders)
    SOURCES.write_text(text, encoding="utf-8")
    for name in unlisted(text):
        print(f"no entry in data/sources.toml: {name}")


if __name__ == "__main__":
    main()
