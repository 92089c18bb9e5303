"""`python -m game` is the program `october`."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
