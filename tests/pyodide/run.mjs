// Plays recorded games on the CPython inside npm's pyodide, from compiled tables, and prints the digests of their ends.
// node run.mjs PYODIDE_FOLDER GAME_FOLDER TABLES_JSON GAMES_JSON
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , pyodide, game, tables, games] = process.argv;
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const py = await loadPyodide({ indexURL: pyodide });

const copy = (from, to) => {
  py.FS.mkdirTree(to);
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (statSync(path).isDirectory()) {
      if (name !== "__pycache__") copy(path, `${to}/${name}`);
    } else if (name.endsWith(".py")) py.FS.writeFile(`${to}/${name}`, readFileSync(path));
  }
};
copy(join(game, "engine"), "/home/pyodide/game/engine");
copy(join(game, "negotiation"), "/home/pyodide/game/negotiation");
py.FS.mkdirTree("/home/pyodide/game/scenario");
for (const name of ["game/__init__.py", "game/scenario/__init__.py"]) py.FS.writeFile(`/home/pyodide/${name}`, "");
py.FS.writeFile("/home/pyodide/game/scenario/codec.py", readFileSync(join(game, "scenario", "codec.py")));
py.FS.writeFile("/home/pyodide/tables.json", readFileSync(tables));
py.FS.writeFile("/home/pyodide/games.json", readFileSync(games));

console.log(py.runPython(`
import json, sys
from game.engine.api import Rulebook, Tables, begin, digest, play
from game.engine.move import from_json
from game.scenario.codec import decode
assert not {"yaml", "pydantic", "pygame"} & set(sys.modules)
books = {name: Rulebook(decode(Tables, raw)) for name, raw in json.load(open("tables.json")).items()}
ends = []
for game in json.load(open("games.json")):
    book = books[game["scenario"]]
    state = begin(book, game["seed"])
    for raw in game["moves"]:
        state = play(book, state, from_json(raw)).state
    ends.append(digest(state))
json.dumps({"python": sys.version.split()[0], "ends": ends})
`));
