"""Keys by name: the letters as they are printed on the caps, whatever else is held down."""

from __future__ import annotations

import pygame

NAMED = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
    pygame.K_SPACE: "space",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F3: "f3",
    pygame.K_F10: "f10",
    pygame.K_F11: "f11",
    pygame.K_KP_PLUS: "plus",
    pygame.K_KP_MINUS: "minus",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
}


def name_of(key: int, typed: str, mod: int) -> str:
    """The name of a key, or '' for one that means nothing here."""
    if key == pygame.K_TAB:
        return "shift+tab" if mod & pygame.KMOD_SHIFT else "tab"
    if mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
        return ""
    if key in NAMED:
        return NAMED[key]
    if typed in ("+", "="):
        return "plus"
    if typed == "-":
        return "minus"
    if pygame.K_a <= key <= pygame.K_z or pygame.K_0 <= key <= pygame.K_9:
        return chr(key)
    if pygame.K_KP_1 <= key <= pygame.K_KP_9:
        return chr(ord("1") + key - pygame.K_KP_1)
    return typed.lower() if typed.isprintable() else ""


def event_of(name: str) -> pygame.Event:
    """The key press of that name: for a pilot."""
    mod = pygame.KMOD_SHIFT if name == "shift+tab" else 0
    if name in ("tab", "shift+tab"):
        return pygame.Event(pygame.KEYDOWN, key=pygame.K_TAB, unicode="\t", mod=mod)
    for key, known in NAMED.items():
        if known == name:
            return pygame.Event(pygame.KEYDOWN, key=key, unicode="", mod=0)
    return pygame.Event(pygame.KEYDOWN, key=ord(name[0]), unicode=name[0], mod=0)
