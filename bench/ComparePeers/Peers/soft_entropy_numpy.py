"""Soft entropy in numpy: batches, sums per label in a dictionary, everything in single precision."""
import math

import numpy as np

from protocol import arguments, serve
from temperature import by_bounds


class Accumulator:
    def __init__(self, anchors):
        self.anchors = anchors / np.linalg.norm(anchors, axis=1, keepdims=True)
        self.m, d = anchors.shape
        self.temperature = by_bounds(d, self.m)
        self.total = np.zeros(self.m, np.float32)
        self.count = 0
        self.sums = {}
        self.counts = {}

    def update(self, rows, label_sets):
        unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        scores = unit @ self.anchors.T / self.temperature
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        self.total += shares.sum(axis=0)
        self.count += len(rows)
        for name, labels in label_sets.items():
            sums = self.sums.setdefault(name, {})
            counts = self.counts.setdefault(name, {})
            for label in np.unique(labels):
                chosen = labels == label
                key = int(label)
                if key not in sums:
                    sums[key] = np.zeros(self.m, np.float32)
                    counts[key] = 0
                sums[key] += shares[chosen].sum(axis=0)
                counts[key] += int(chosen.sum())

    def entropy(self, sums, count):
        mean = sums / count
        return float(-(mean * np.log(np.maximum(mean, 1e-9))).sum()) / math.log(self.m)

    def results(self):
        whole = self.entropy(self.total, self.count)
        values = {"entropy": whole}
        for name, sums in self.sums.items():
            counts = self.counts[name]
            conditional = 0.0
            for label, one in sums.items():
                conditional += counts[label] / self.count * self.entropy(one, counts[label])
            values["mutual-information/" + name] = whole - conditional
        return values


def main():
    given = arguments()
    rows = np.load(given["rows"])
    anchors = np.load(given["anchors"]).astype(np.float32)
    label_sets = {name: np.load(given["labels_" + name]) for name in given["sets"].split(",")}
    batch = int(given["batch"])

    def run():
        accumulator = Accumulator(anchors)
        for start in range(0, len(rows), batch):
            part = slice(start, start + batch)
            accumulator.update(rows[part], {name: labels[part] for name, labels in label_sets.items()})
        nats = math.log(len(anchors))
        return {name: value * nats for name, value in accumulator.results().items()}

    serve(run)


main()
