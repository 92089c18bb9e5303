"""The referee: the only holder of a game's state. It takes moves, has them written down, and hands out views."""
