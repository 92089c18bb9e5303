"""What lay behind a game, once it is over: values, no words. Both sides' orders and the truth stand in it.

`reveal.reveal` makes all of it from a table's records and final state; `papers.debrief` words it.
"""
