"""Many games at once: how often a crisis ends how, and what a recorded decision did to the odds."""
