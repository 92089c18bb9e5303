"""Where the focus goes:

by Tab in order of reading, by arrows to the nearest in that direction, by the mouse to what it points at.
"""

from __future__ import annotations

from game.desktop.widget import Widget

Place = tuple[float, float, float, float]


def places(root: Widget) -> list[tuple[Widget, Place]]:
    """Everything that can have the focus, with its place in the window, in order of reading."""
    return [(one, (x, y, one.w, one.h)) for one, x, y in root.placed() if one.focusable]


def step(root: Widget, now: Widget | None, by: int) -> Widget | None:
    """The next or the one before."""
    found = [one for one, _ in places(root)]
    if not found:
        return None
    if now not in found:
        return found[0 if by > 0 else -1]
    return found[(found.index(now) + by) % len(found)]


def toward(root: Widget, now: Widget | None, dx: int, dy: int) -> Widget | None:
    """The nearest in a direction: what lies straight ahead counts as nearer than what lies aslant."""
    found = places(root)
    here = next((place for one, place in found if one is now), None)
    if here is None:
        return found[0][0] if found else None
    best, nearest = 1e9, now
    for one, place in found:
        if one is now:
            continue
        far = _far(here, place, dx, dy)
        if far < best:
            best, nearest = far, one
    return nearest


def _far(here: Place, there: Place, dx: int, dy: int) -> float:
    hx, hy, hw, hh = here
    tx, ty, tw, th = there
    if dx:
        ahead = (tx - (hx + hw)) if dx > 0 else (hx - (tx + tw))
        centre = ((tx + tw / 2) - (hx + hw / 2)) * dx
        apart = max(0.0, ty - (hy + hh), hy - (ty + th))
    else:
        ahead = (ty - (hy + hh)) if dy > 0 else (hy - (ty + th))
        centre = ((ty + th / 2) - (hy + hh / 2)) * dy
        apart = max(0.0, tx - (hx + hw), hx - (tx + tw))
    if centre <= 1:
        return 1e9
    return max(0.0, ahead) + 3.0 * apart + (40.0 if ahead < -4 else 0.0) + centre * 0.05


def under(root: Widget, x: float, y: float) -> Widget | None:
    """The focusable widget at a point of the window, or to which that point leads; a viewport hides what is outside."""
    found = _under(root, x, y, 0.0, 0.0)
    return root.find(found.leads) if found is not None and found.leads else found


def _under(one: Widget, x: float, y: float, left: float, top: float) -> Widget | None:
    left, top = left + one.x, top + one.y
    inside = left <= x < left + one.w and top <= y < top + one.h
    if one.view and not inside:
        return None
    for child in one.children if one.pile else reversed(one.children):
        found = _under(child, x, y, left, top - one.scroll)
        if found is not None:
            return found
    return one if inside and (one.focusable or one.leads) else None


def scrollers(root: Widget, what: Widget) -> list[tuple[Widget, float]]:
    """The viewports around a widget, each with the widget's place in its content, outermost first."""
    path: list[Widget] = []

    def down(one: Widget) -> bool:
        path.append(one)
        if one is what or any(down(child) for child in one.children):
            return True
        path.pop()
        return False

    if not down(root):
        return []
    out = []
    for number, one in enumerate(path[:-1]):
        if one.view:
            out.append((one, sum(part.y for part in path[number + 1 :])))
    return out


def show(root: Widget, what: Widget) -> bool:
    """Scroll so that a widget can be seen; True if anything moved."""
    moved = False
    for view, at in scrollers(root, what):
        most = max(0.0, view.inner - view.h)
        before = view.scroll
        if at - 8 < view.scroll:
            view.scroll = max(0.0, at - 8)
        elif at + what.h + 8 > view.scroll + view.h:
            view.scroll = min(most, at + what.h + 8 - view.h)
            if at < view.scroll:
                view.scroll = max(0.0, at - 8)
        moved |= view.scroll != before
    return moved
