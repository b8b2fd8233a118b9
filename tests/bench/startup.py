"""Start-up of single commands, as the difference to /bin/true in the same run.

usage: startup.py SCR_BINARY CRITERIA_FILE
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 201


def milliseconds(command, environment):
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main(scr, criteria):
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "SCR_BY": "bench"}
        subprocess.run([scr, "notify", "--fact", "died=yes", "--fact", "abuse_or_neglect=none",
                        "--fact", "age=9", "--agency", "bench", "--ref", "1",
                        "--received-on", "2018-05-03", "--incident-on", "2018-05-01"],
                       env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        commands = {
            "/bin/true": ["/bin/true"],
            "scr --version": [scr, "--version"],
            "scr screen CASE": [scr, "screen", "N-2018-0001/1"],
            "scr criteria test": [scr, "criteria", "test", criteria],
        }
        times = {name: [] for name in commands}
        for _ in range(RUNS):  # in turn, so that a drift of the machine meets all alike
            for name, command in commands.items():
                times[name].append(milliseconds(command, environment))
        base = statistics.median(times["/bin/true"])
        for name, values in times.items():
            print(f"{name:20} {statistics.median(values) - base:6.2f} ms over /bin/true (median of {RUNS})")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), sys.argv[2])
