"""What moved something, by name: how the engine's causes read in a because-line."""

from __future__ import annotations

from game.wording.book import Book
from game.wording.catalogue import _, phrase


def cause(book: Book, name: str, owner: int, viewer: int) -> str:
    """A cause as the one who acts in a sentence: `Your order “Give him room”`."""
    kind, _dot, rest = name.partition(".")
    mine = owner == viewer
    match kind:
        case "act":
            title = book.act(rest)
            return (
                _("Your order “{act}”", act=title) if mine else _("{seat}'s “{act}”", seat=book.seat(owner), act=title)
            )
        case "delayed":
            title = book.act(rest.rpartition(".")[0])
            return _("What followed from “{act}”", act=title)
        case "standing" | "recall":
            return _("The standing order “{order}”", order=book.get(f"standing.{rest}.name", rest))
        case "incident":
            return _("“{event}”", event=book.get(f"incident.{rest}.name", rest))
        case "strike":
            return book.get(f"strike.{rest}.name", rest)
        case "channel":
            way = book.small(book.channel(rest))
            return _("Your letter ({channel})", channel=way) if mine else _("His letter ({channel})", channel=way)
        case "accord":
            return _("The agreement “{accord}”", accord=book.get(f"accord.{rest}.name", rest))
        case "trigger":
            event = book.get(f"circumstance.{rest.removeprefix('circumstance.')}.name")
            return _("“{event}”", event=event) if event else _("What was set in motion earlier")
    return _(OTHER[kind]) if kind in OTHER else _("The passing of the days")


OTHER = {
    "council": phrase("What was said in your council"),
    "before_cabinet": phrase("Writing before your own side was ready for it"),
    "asked_more": phrase("Asking for more than you had asked before"),
    "test_answered": phrase("A step that was answered in kind"),
    "test_unanswered": phrase("A step that went unanswered"),
    "gave_way": phrase("That your act moved him"),
    "stood_firm": phrase("That your act did not move him"),
    "offer_held": phrase("A signed offer left in silence"),
    "own_words_refused": phrase("Refusing what you had once written yourself"),
    "deadline_passed": phrase("A deadline that passed unmet"),
    "stress_belied": phrase("Acts that gave your letters the lie"),
    "relief": phrase("What a hard act teaches people to expect"),
    "leak": phrase("What came out in the papers"),
    "slip": phrase("Men who acted without an order"),
    "ceasefire": phrase("The end of the firing"),
    "probe": phrase("The question that you had put to him"),
    "enquired": phrase("Your question about a clause"),
}
