# ruff: noqa: E501
"""Synthesise every sound of the game from a seed; nothing is recorded.

    python -m venv v && v/bin/pip install numpy soundfile
    v/bin/python assets/sounds/make.py

The sounds are ours and are given under CC0.
"""

from pathlib import Path

import numpy as np
import soundfile

HERE = Path(__file__).parent
RATE = 22050
SEED = 1962


def seconds(length: float) -> np.ndarray:
    return np.zeros(int(length * RATE))


def put(into: np.ndarray, at: float, what: np.ndarray, gain: float = 1.0) -> None:
    start = int(at * RATE)
    end = min(len(into), start + len(what))
    if end > start:
        into[start:end] += gain * what[: end - start]


def low(signal: np.ndarray, cut: float) -> np.ndarray:
    """A gentle low pass, by the window method."""
    half = int(RATE / cut)
    window = np.hanning(2 * half + 1)
    return np.convolve(signal, window / window.sum(), mode="same")


def noise(chance: np.random.Generator, length: float, decay: float) -> np.ndarray:
    t = np.arange(int(length * RATE)) / RATE
    return chance.standard_normal(len(t)) * np.exp(-t / decay)


def tone(length: float, pitch: float, decay: float) -> np.ndarray:
    t = np.arange(int(length * RATE)) / RATE
    return np.sin(2 * np.pi * pitch * t) * np.exp(-t / decay)


def strike(chance: np.random.Generator, body: float, click: float) -> np.ndarray:
    """A type bar or a print hammer: a click, a body, a short rattle."""
    out = noise(chance, 0.06, click) * 0.7
    out[: int(0.05 * RATE)] += tone(0.05, body * chance.uniform(0.95, 1.05), 0.012)
    return out


def teletype(chance: np.random.Generator) -> np.ndarray:
    out = seconds(1.7)
    at = 0.05
    while at < 1.45:
        put(out, at, strike(chance, 900, 0.004), chance.uniform(0.5, 0.8))
        at += 0.066 if chance.random() > 0.16 else 0.13
    t = np.arange(len(out)) / RATE
    out += 0.05 * np.sin(2 * np.pi * 120 * t) * np.sign(np.sin(2 * np.pi * 15 * t))
    put(out, 1.5, noise(chance, 0.15, 0.05), 0.3)
    return out


def typewriter(chance: np.random.Generator) -> np.ndarray:
    out = seconds(1.6)
    at = 0.03
    while at < 1.15:
        put(out, at, strike(chance, 1500, 0.006), chance.uniform(0.6, 1.0))
        at += chance.uniform(0.09, 0.17)
    put(out, 1.2, tone(0.4, 2350, 0.12) + 0.5 * tone(0.4, 4710, 0.06), 0.4)
    return out


def telephone(chance: np.random.Generator) -> np.ndarray:
    t = np.arange(int(1.9 * RATE)) / RATE
    bell = sum(np.sin(2 * np.pi * pitch * t) / n for n, pitch in enumerate((1170, 1478, 2360, 2970), 1))
    beat = 0.5 + 0.5 * np.sign(np.sin(2 * np.pi * 22 * t))
    shape = np.minimum(1, t / 0.02) * np.where(t < 1.1, 1, np.exp(-(t - 1.1) / 0.18))
    return bell * (0.4 + 0.6 * low(beat, 120)) * shape * 0.4 + 0.01 * chance.standard_normal(len(t)) * shape


def pen(chance: np.random.Generator) -> np.ndarray:
    out = seconds(1.1)
    for start, length in ((0.02, 0.22), (0.28, 0.12), (0.44, 0.3), (0.8, 0.2)):
        stroke = noise(chance, length, 10.0)
        t = np.arange(len(stroke)) / len(stroke)
        stroke = (
            (stroke - low(stroke, 900)) * np.sin(np.pi * t) ** 0.6 * (0.6 + 0.4 * np.sin(2 * np.pi * (5 + 9 * t) * t))
        )
        put(out, start, stroke, 0.4)
    return out


def stamp(chance: np.random.Generator) -> np.ndarray:
    out = seconds(0.5)
    put(out, 0.03, tone(0.3, 82, 0.06) + 0.6 * tone(0.3, 131, 0.04), 0.9)
    put(out, 0.03, noise(chance, 0.2, 0.014), 0.5)
    put(out, 0.22, noise(chance, 0.1, 0.02), 0.12)
    return out


def paper(chance: np.random.Generator) -> np.ndarray:
    out = noise(chance, 0.5, 10.0)
    t = np.arange(len(out)) / len(out)
    crackle = (chance.random(len(out)) > 0.985) * chance.standard_normal(len(out)) * 4
    out = (out - low(out, 1200)) * 0.25 + low(crackle, 3500)
    return out * np.sin(np.pi * t) ** 1.4


def switch(chance: np.random.Generator) -> np.ndarray:
    out = seconds(0.14)
    put(out, 0.005, noise(chance, 0.05, 0.003), 0.7)
    put(out, 0.04, noise(chance, 0.05, 0.006) + tone(0.05, 2100, 0.006), 0.5)
    return out


def looped(signal: np.ndarray, over: float) -> np.ndarray:
    """The end faded into the beginning, so that it loops without a seam."""
    n = int(over * RATE)
    fade = np.linspace(0, 1, n)
    body = signal[:-n].copy()
    body[:n] = body[:n] * fade + signal[-n:] * (1 - fade)
    return body


def room(chance: np.random.Generator, voice: int) -> np.ndarray:
    """The tone of a room at night; the second voice is the one that comes in as danger grows."""
    length = 13.0
    t = np.arange(int(length * RATE)) / RATE
    if voice == 1:
        air = low(chance.standard_normal(len(t)), 260)
        hum = 0.5 * np.sin(2 * np.pi * 60 * t) + 0.2 * np.sin(2 * np.pi * 120 * t)
        clock = seconds(length)
        for beat in np.arange(0.2, length - 0.2, 1.0):
            put(clock, beat, strike(chance, 2600, 0.002), 0.05)
        return looped(0.9 * air / np.abs(air).max() + 0.07 * hum + clock, 1.0)
    swell = 0.6 + 0.4 * np.sin(2 * np.pi * t / 6.0)
    chord = np.sin(2 * np.pi * 55 * t) + 0.6 * np.sin(2 * np.pi * 58.27 * t) + 0.35 * np.sin(2 * np.pi * 110.4 * t)
    return looped(chord * swell, 1.0)


SOUNDS = {
    "teletype": (teletype, 0.5), "typewriter": (typewriter, 0.5), "telephone": (telephone, 0.5), "pen": (pen, 0.4), "stamp": (stamp, 0.8),
    "paper": (paper, 0.4), "switch": (switch, 0.5), "room-1": (lambda chance: room(chance, 1), 0.22), "room-2": (lambda chance: room(chance, 2), 0.25),
}  # fmt: skip


def main() -> None:
    for number, (name, (made, loud)) in enumerate(SOUNDS.items()):
        signal = made(np.random.default_rng([SEED, number]))
        signal = signal / np.abs(signal).max() * loud
        soundfile.write(HERE / f"{name}.ogg", signal.astype(np.float32), RATE, format="OGG", subtype="VORBIS")


if __name__ == "__main__":
    main()
