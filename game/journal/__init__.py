"""What is written of a game, and read back: one line a move, chained, so that a game can be replayed and trusted."""
