"""Runs one piece of work whenever a line comes on stdin and answers with one line of JSON: how long it took and what came out.

The process stays, so that starting Python and importing libraries is no part of what is measured.
"""
import json
import sys
import time


def serve(run):
    print(json.dumps({"ready": True}), flush=True)
    for _ in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        values = run()
        answer = {
            "wall_seconds": time.perf_counter() - wall,
            "processor_seconds": time.process_time() - processor,
            "values": values,
        }
        print(json.dumps(answer), flush=True)


def arguments():
    """The arguments NAME=VALUE of the command line."""
    return dict(one.split("=", 1) for one in sys.argv[1:])
