"""The whole game in text, for a plain terminal and for a screen reader: no cursor tricks, no colour as a signal.

`game.cli` calls one function:

    from game.referee.wanted import Wanted
    from game.terminal.app import play

    play(scenario, wanted, mind=None, screen=None) -> int

- `scenario`: whatever the library loads; it has `.rulebook` and `.texts`.
- `wanted`: `Wanted(seat="", against="", pace="", lens="", seed=None, resume=None)`: what the command line fixed, as ids
  of the scenario; what is left open is asked on the first screen. `against` is `human` (both seats at this desk), a
  type, `history` or `""` (a drawn rival). `resume` is the path of a journal to go on with.
- `mind`: `decide(rulebook, view, skill, draw) -> Decision(move, reasons)`; None takes the opponent room's own.
- `screen`: where to read and write, `Screen(read_line, write)`; None takes standard input and output.
- answers the exit code: 0 done (also when left and saved), 2 the call is at fault.
"""
