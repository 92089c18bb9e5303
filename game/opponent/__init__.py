"""The computer leader: it sees a View and the Rulebook, nothing else, and answers with a move and its reasons."""
