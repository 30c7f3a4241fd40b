"""Runs programs to their end, one for each line of JSON on stdin, and answers with what the system says of each: time, processor time, peak of resident memory."""
import json
import os
import sys
import time


def measure(program, output):
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        with open(output, "wb") as file, open(output + ".errors", "wb") as errors:
            os.dup2(file.fileno(), 1)
            os.dup2(errors.fileno(), 2)
        os.execvp(program[0], program)
    _, status, usage = os.wait4(pid, 0)
    return {
        "exit_code": os.waitstatus_to_exitcode(status),
        "wall_seconds": time.perf_counter() - start,
        "processor_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * 1024,
    }


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(measure(asked["program"], asked["output"])), flush=True)
