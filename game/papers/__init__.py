"""What a screen says, as frozen values: made from a View and the Texts, laid out by terminal, window, page and report.

`Book` (rulebook, texts, language) comes from `game.wording.book`; every paper is a function of it and a View, and of
what the player has drafted. Nothing here reads the truth but the papers after the end, which are handed it by
`game.debrief`.
"""
