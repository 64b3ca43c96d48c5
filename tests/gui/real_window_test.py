#!/usr/bin/env python3
"""The real window on a virtual display: it opens, draws, hears keys and the mouse, and closes with status 0.

  real_window_test.py path/to/switchroom-gui path/to/scenario.toml

Waits for what it expects, for at most a minute; judges no time.
"""
import os
import signal
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 60


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"waited in vain for {what}")


def start_display():
    """Xvfb chooses a free number and tells it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    number = os.read(reading, 16).decode().strip()
    if not number:
        sys.exit("Xvfb did not start")
    return server, f":{number}"


class Window:
    def __init__(self, program, arguments, environment):
        self.environment = environment
        self.process = subprocess.Popen([program, *arguments], env=environment)
        self.id = wait_for("the window", lambda: self.run("search", "--name", "Switchroom").split("\n")[0])

    def run(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True,
                              check=False).stdout.strip()

    def title(self):
        return self.run("getwindowname", self.id)

    def key(self, keys):
        self.run("windowfocus", self.id)
        self.run("key", keys)

    def wait_for_title(self, words):
        wait_for(f'the title "{words}", now "{self.title()}"', lambda: words in self.title())


def colours(environment):
    """Different colours of the whole display, by xwd's dump."""
    dump = subprocess.run(["xwd", "-root", "-silent"], env=environment, capture_output=True, check=True).stdout
    header = struct.unpack(">25I", dump[:100])
    start = header[0] + header[19] * 12
    pixels = dump[start:]
    return len({pixels[i:i + 4] for i in range(0, len(pixels) - 3, 4 * 7)})


def main():
    program, scenario = sys.argv[1:]
    server, display = start_display()
    try:
        with tempfile.TemporaryDirectory() as home:
            environment = dict(os.environ, DISPLAY=display, HOME=home, XDG_CONFIG_HOME=home + "/config",
                               XDG_STATE_HOME=home + "/state", LIBGL_ALWAYS_SOFTWARE="1")
            window = Window(program, [scenario], environment)
            window.wait_for_title("Overview")
            wait_for("a picture with more than a blank ground", lambda: colours(environment) > 50)
            for keys, title in [("ctrl+3", "Day"), ("ctrl+8", "Erlang"), ("ctrl+l", "Erlang"), ("ctrl+1", "Vue d’ensemble")]:
                window.key(keys)
                window.wait_for_title(title)
            window.run("mousemove", "--window", window.id, "60", "110", "click", "1")
            window.wait_for_title("Scénario")
            window.key("ctrl+l")
            window.wait_for_title("Scenario")
            window.key("ctrl+k")
            time.sleep(0.5)
            window.run("type", "start daytime")
            window.run("key", "Return")
            window.wait_for_title("Daytime overflow")
            window.key("ctrl+q")
            if window.process.wait(PATIENCE_S) != 0:
                sys.exit(f"the window ended with {window.process.returncode}")
            if not os.path.exists(home + "/config/switchroom/settings.json"):
                sys.exit("nothing was remembered for the next start")
            print("the window opened, drew, heard keys and the mouse, and closed")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


if __name__ == "__main__":
    main()
