"""How the odds were set: forced options, doctrines, endings, danger and reading, each beside what it should come to."""
