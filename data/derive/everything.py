"""Derive all data anew, in the order in which the scripts need each other.

pip install -r requirements/derive.txt jieba==0.42.1
python data/derive/everything.py
"""

from __future__ import annotations

import ambiguous
import boundaries
import seal
import string_words
import towns
import units
import zones


def main() -> None:
    for script in (boundaries, units, zones, towns, ambiguous, string_words, seal):
        script.main()


if __name__ == "__main__":
    main()
