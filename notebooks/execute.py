"""Runs notebooks and compares, or updates, their outputs; execute.sh calls it with a Python that can."""

import difflib
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).resolve().parent
LOG = HERE.parent / "target" / "notebooks.log"

# A Rapaio kernel that is asked before it is ready now and then never answers; a fresh one does.
START_SECONDS = 60
STARTS = 5

CELL_SECONDS = 600

# The same whichever kernel and version ran, so that a notebook changes only if its outputs do.
LANGUAGES = {
    "hopscope-java": {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source"},
    "python3": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
}


def execute(path):
    """The notebook, executed in its folder from a fresh kernel."""
    for start in range(1, STARTS + 1):
        notebook = nbformat.read(path, as_version=4)
        client = NotebookClient(
            notebook,
            startup_timeout=START_SECONDS,
            timeout=CELL_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": str(path.parent)}},
        )
        try:
            with open(LOG, "ab") as log:
                client.execute(stdout=log, stderr=log)
            break
        except RuntimeError as silent:
            if "respond" not in str(silent) or start == STARTS:
                raise
            print(f"{path.name}: the kernel does not answer, starting another one", flush=True)
    spec = notebook.metadata.kernelspec
    notebook.metadata = {"kernelspec": spec, "language_info": LANGUAGES[spec.name]}
    for cell in code_cells(notebook):
        cell.outputs = joined(cell.outputs)
    return notebook


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def joined(outputs):
    """What was printed piece by piece, in one piece; beside a picture no text, which would differ from time to time."""
    whole = []
    for output in outputs:
        if output.output_type == "stream" and whole and whole[-1].get("name") == output.name:
            whole[-1].text += output.text
        else:
            whole.append(output)
        if "image/png" in output.get("data", {}):
            output.data["text/plain"] = "picture"
    return whole


def said(notebook):
    """All that the code cells show, as lines; of pictures only that they are there. Warnings depend on versions."""
    lines = []
    for number, cell in enumerate(code_cells(notebook), start=1):
        lines.append(f"cell {number}")
        for output in cell.outputs:
            text = output.get("data", {}).get("text/plain", "") or output.get("text", "")
            if output.get("name") == "stderr":
                continue
            lines.extend("  " + " ".join(line.split()) for line in text.splitlines())
    return lines


def check(path, update):
    started = time.monotonic()
    try:
        now = execute(path)
    except CellExecutionError as failure:
        print(f"{path.name}: failed\n{failure}", file=sys.stderr)
        return False
    seconds = time.monotonic() - started
    if update:
        nbformat.write(now, path)
        print(f"{path.name}: written, {seconds:.0f} s")
        return True
    before = nbformat.read(path, as_version=4)
    changes = list(difflib.unified_diff(said(before), said(now), "committed", "now", lineterm=""))
    if changes:
        print(f"{path.name}: says something else than what is committed; after a change that is meant: "
              "notebooks/execute.sh --update", *changes, sep="\n", file=sys.stderr)
        return False
    print(f"{path.name}: {len(code_cells(now))} cells say what is committed, {seconds:.0f} s")
    return True


def main(arguments):
    update = "--update" in arguments
    LOG.parent.mkdir(exist_ok=True)
    named = [Path(name) for name in arguments if name != "--update"]
    good = [check(path.resolve(), update) for path in named or sorted(HERE.glob("*.ipynb"))]
    failed = good.count(False)
    print(f"notebooks: {len(good) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
