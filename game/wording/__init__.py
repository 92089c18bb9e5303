"""Every sentence the program itself makes: numbers, odds, dates, reasons, letters, reports, the press.

Names and prose of a crisis come from its Texts; sentences of the program pass through `catalogue._`, so that another
language is a catalogue and nothing else.
"""
