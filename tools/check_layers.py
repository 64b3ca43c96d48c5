#!/usr/bin/env python3
"""Checks that includes follow the one direction of dependency (ARCHITECTURE.md) and that heavy third-party headers
stay in the few folders where they are allowed.

Prints one line a violation, `file:line: what`, and exits 1 if there is any.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A folder may include itself and what stands here.
GROUND = ["sim/base", "sim/random", "sim/stats", "sim/engine"]
SIM = GROUND + ["sim/scenario", "sim/calllog", "sim/centre", "sim/experiment"]
PLANNER = ["planner/erlang", "planner/staffing", "planner/shifts", "planner/contract", "planner/calibrate",
           "planner/sensitivity"]
ALLOWED = {
    "sim/base": [],
    "sim/random": ["sim/base"],
    "sim/stats": ["sim/base"],
    "sim/engine": ["sim/base"],
    "sim/scenario": GROUND,
    "sim/calllog": GROUND,
    "sim/centre": GROUND + ["sim/scenario", "sim/calllog"],
    "sim/experiment": GROUND + ["sim/scenario", "sim/calllog", "sim/centre"],
    "planner/erlang": ["sim/base", "sim/random"],
    "planner/staffing": SIM + ["planner/erlang"],
    "planner/shifts": SIM + ["planner/erlang", "planner/staffing"],
    "planner/contract": SIM,
    "planner/calibrate": SIM + ["planner/erlang"],
    "planner/sensitivity": GROUND + ["sim/scenario"],
    "planner/study": SIM + PLANNER,
    "planner/report": SIM + PLANNER,
    "cli": SIM + ["planner"],
    "gui/view_models": SIM + ["planner"],
    "gui/widgets": GROUND + ["planner/report", "gui/view_models"],
    "gui/panels": SIM + ["planner", "gui/view_models", "gui/widgets"],
    "gui/app": SIM + ["planner", "gui"],
}

# Headers that cost seconds to compile or belong to one layer: only in .cpp files, and only below these folders.
# The first pattern that matches decides.
HEAVY = [
    (r"toml\+\+/", ["sim/scenario", "sim/calllog", "planner/study"]),
    (r"nlohmann/json\.hpp", ["sim/experiment", "planner", "cli", "gui/view_models", "tests"]),
    (r"Eigen/", ["planner", "tests"]),
    (r"boost/program_options", ["cli", "gui/app"]),
    (r"boost/", ["sim/random", "sim/stats", "sim/calllog", "planner", "tests"]),
    (r"imgui(_internal|_stdlib|_freetype)?\.h|imgui_impl_", ["gui/widgets", "gui/panels", "gui/app", "tests"]),
    (r"GLFW/|stb/", ["gui/app"]),
    (r"sqlite3\.h", ["planner/study", "tests"]),
    (r"mpi\.h", ["planner/study"]),
    (r"xlsxwriter\.h", ["planner/report"]),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def folder_of(path):
    parts = path.split("/")
    return parts[0] if parts[0] in ("cli", "tests") else "/".join(parts[:2])


def below(path, folders):
    return any(path == f or path.startswith(f + "/") for f in folders)


def violations(path):
    relative = path.relative_to(ROOT).as_posix()
    folder = folder_of(relative)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        included = match.group(1)
        where = f"{relative}:{number}"
        if included.startswith(("sim/", "planner/", "cli/", "gui/")):
            if folder != "tests" and not below(included, [folder] + ALLOWED.get(folder, [])):
                yield f"{where}: {folder} must not include {included}"
        for pattern, folders in HEAVY:
            if re.match(pattern, included):
                if relative.endswith(".h"):
                    yield f"{where}: a header must not include {included}"
                elif not below(relative, folders):
                    yield f"{where}: {included} belongs below {', '.join(folders)}"
                break


def main():
    files = [p for top in ("sim", "planner", "cli", "gui", "tests") if (ROOT / top).is_dir()
             for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".h", ".cpp")]
    folders = {folder_of(p.relative_to(ROOT).as_posix()) for p in files} - {"tests"}
    found = [f"{name}: a folder that this check does not know" for name in sorted(folders - ALLOWED.keys())]
    for path in files:
        found.extend(violations(path))
    print("\n".join(found) if found else f"{len(files)} files follow the direction of dependency")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
