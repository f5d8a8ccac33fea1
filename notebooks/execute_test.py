"""Tests of execute.py with a kernel that never answers at its first starts: python3 notebooks/execute_test.py."""

import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

import nbformat

import execute

# Counts its starts in the file COUNT; up to the start number SILENT it stays silent, like a Rapaio kernel asked too soon.
KERNEL = """
import os, sys, time
count = os.environ["COUNT"]
with open(count, "a") as file:
    file.write(str(os.getpid()) + "\\n")
if len(open(count).readlines()) <= int(os.environ["SILENT"]):
    time.sleep(600)
os.execv(sys.executable, [sys.executable, "-m", "ipykernel_launcher", "-f", sys.argv[1]])
"""


class RetryTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.count = self.folder / "starts"
        self.addCleanup(setattr, execute, "START_SECONDS", execute.START_SECONDS)
        self.addCleanup(setattr, execute, "STARTS", execute.STARTS)
        self.addCleanup(setattr, execute, "LOG", execute.LOG)
        execute.START_SECONDS = 12
        execute.STARTS = 2
        execute.LOG = self.folder / "log"
        self.addCleanup(os.environ.pop, "JUPYTER_PATH", None)
        os.environ["JUPYTER_PATH"] = str(self.folder)

    def notebook(self, silent):
        """The path of a notebook whose kernel answers after so many starts that do not."""
        (self.folder / "kernel.py").write_text(KERNEL)
        kernel = self.folder / "kernels" / "shy"
        kernel.mkdir(parents=True)
        spec = {
            "argv": [sys.executable, str(self.folder / "kernel.py"), "{connection_file}"],
            "display_name": "shy",
            "language": "python",
            "env": {"COUNT": str(self.count), "SILENT": str(silent)},
        }
        (kernel / "kernel.json").write_text(json.dumps(spec))
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(6 * 7)")])
        notebook.metadata.kernelspec = {"name": "shy", "display_name": "shy", "language": "python"}
        path = self.folder / "shy.ipynb"
        nbformat.write(notebook, path)
        return path

    def starts(self):
        return [int(line) for line in self.count.read_text().splitlines()]

    def test_a_kernel_that_does_not_answer_is_replaced_and_stopped(self):
        execute.LANGUAGES["shy"] = execute.LANGUAGES["python3"]
        self.addCleanup(execute.LANGUAGES.pop, "shy")
        notebook = execute.execute(self.notebook(silent=1))
        self.assertEqual("42\n", notebook.cells[0].outputs[0].text)
        self.assertEqual(2, len(self.starts()))
        with self.assertRaises(ProcessLookupError):
            os.kill(self.starts()[0], 0)

    def test_when_no_kernel_answers_it_says_so_instead_of_trying_for_ever(self):
        execute.START_SECONDS = 1
        with self.assertRaisesRegex(RuntimeError, "respond"):
            execute.execute(self.notebook(silent=9))
        self.assertEqual(2, len(self.starts()))


if __name__ == "__main__":
    unittest.main()
