"""A Jupyter kernel for Java that needs nothing but Jupyter's own ipykernel and a JDK.

It hands each cell to JShellServer.java, beside this file, and passes on what comes back. JShellServer's comment tells
how the two talk. HOPSCOPE_JAVA names the JDK's java, HOPSCOPE_CLASSPATH what cells may import.
"""

import base64
import os
import subprocess
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel


class JavaServer:
    """The Java process that runs the cells."""

    def __init__(self):
        classpath = os.environ.get("HOPSCOPE_CLASSPATH", "")
        server = Path(__file__).with_name("JShellServer.java")
        self.process = subprocess.Popen(
            [os.environ.get("HOPSCOPE_JAVA", "java"), "-Djava.awt.headless=true", "-cp", classpath, server, classpath],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # an interrupt is for the kernel, which asks the server to stop
        )

    def say(self, *words):
        """Sends a request: its name, numbers as they are, and texts in base64."""
        encoded = [words[0]] + [str(word) if isinstance(word, int) else encode(word) for word in words[1:]]
        print(" ".join(encoded), file=self.process.stdin, flush=True)

    def answers(self):
        """Yields the parts of the answer, each a kind and its texts, up to its end."""
        for line in self.process.stdout:
            kind, *words = line.rstrip("\n").split(" ")
            if kind == "done":
                return
            yield kind, words
        raise RuntimeError("the Java process has ended; restart the kernel")

    def stop(self):
        self.process.kill()
        self.process.wait()


def encode(text):
    return base64.b64encode(text.encode()).decode()


def decode(word):
    return base64.b64decode(word).decode()


class JShellKernel(Kernel):
    """What Jupyter talks to."""

    implementation = "hopscope-jshell"
    implementation_version = "1"
    language_info = {
        "name": "java",
        "mimetype": "text/x-java-source",
        "file_extension": ".java",
        "codemirror_mode": "text/x-java",
        "pygments_lexer": "java",
    }
    banner = "Java, by JShell"

    def __init__(self, **settings):
        super().__init__(**settings)
        self.server = JavaServer()

    def do_execute(self, code, silent, store_history=True, user_expressions=None, allow_stdin=False, **_):
        self.server.say("run", code)
        answers = self.server.answers()
        error = None
        while True:
            try:
                kind, words = next(answers)
            except StopIteration:
                break
            except KeyboardInterrupt:
                self.server.say("stop")
                answers = self.server.answers()
                continue
            except RuntimeError as ended:
                kind, words = "error", [encode("Ended"), encode(str(ended))]
                answers = iter(())
            if kind == "error":
                error = {"ename": decode(words[0]), "evalue": decode(words[1])}
                error["traceback"] = [error["ename"] + ": " + error["evalue"]]
                self.send_response(self.iopub_socket, "error", error)
            elif not silent:
                self.show(kind, words)
        if error:
            return {"status": "error", "execution_count": self.execution_count, **error}
        return {
            "status": "ok",
            "execution_count": self.execution_count,
            "payload": [],
            "user_expressions": {},
        }

    def show(self, kind, words):
        if kind in ("stdout", "stderr"):
            self.send_response(self.iopub_socket, "stream", {"name": kind, "text": decode(words[0])})
            return
        data = {"text/plain": decode(words[0])}
        if kind == "image":
            data["image/png"] = words[1]
        result = {"execution_count": self.execution_count, "data": data, "metadata": {}}
        self.send_response(self.iopub_socket, "execute_result", result)

    def do_complete(self, code, cursor_pos):
        self.server.say("complete", cursor_pos, code)
        start, matches = cursor_pos, []
        for kind, words in self.server.answers():
            if kind == "from":
                start = int(words[0])
            else:
                matches.append(decode(words[0]))
        return {
            "status": "ok",
            "matches": matches,
            "cursor_start": start,
            "cursor_end": cursor_pos,
            "metadata": {},
        }

    def do_is_complete(self, code):
        self.server.say("whole", code)
        status = "complete"
        for kind, _ in self.server.answers():
            status = kind
        return {"status": status, "indent": ""} if status == "incomplete" else {"status": status}

    def do_shutdown(self, restart):
        self.server.stop()
        return {"status": "ok", "restart": restart}


if __name__ == "__main__":
    IPKernelApp.launch_instance(kernel_class=JShellKernel)
