"""Soft entropy in PyTorch on the processor: batches, sums per label in a dictionary, everything in single precision."""
import math

import numpy as np
import torch

from protocol import arguments, serve
from temperature import by_bounds


class Accumulator:
    def __init__(self, anchors):
        self.anchors = torch.nn.functional.normalize(anchors, dim=1)
        self.m, d = anchors.shape
        self.temperature = by_bounds(d, self.m)
        self.total = torch.zeros(self.m)
        self.count = 0
        self.sums = {}
        self.counts = {}

    def update(self, rows, label_sets):
        unit = torch.nn.functional.normalize(rows, dim=1)
        shares = torch.softmax(unit @ self.anchors.T / self.temperature, dim=1)
        self.total += shares.sum(dim=0)
        self.count += len(rows)
        for name, labels in label_sets.items():
            sums = self.sums.setdefault(name, {})
            counts = self.counts.setdefault(name, {})
            for label in torch.unique(labels):
                chosen = labels == label
                key = label.item()
                if key not in sums:
                    sums[key] = torch.zeros(self.m)
                    counts[key] = 0
                sums[key] += shares[chosen].sum(dim=0)
                counts[key] += int(chosen.sum().item())

    def entropy(self, sums, count):
        mean = sums / count
        return -(mean * torch.log(mean.clamp(min=1e-9))).sum().item() / math.log(self.m)

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
    torch.set_num_threads(int(given["threads"]))
    rows = torch.from_numpy(np.load(given["rows"]))
    anchors = torch.from_numpy(np.load(given["anchors"])).float()
    label_sets = {name: torch.from_numpy(np.load(given["labels_" + name])) for name in given["sets"].split(",")}
    batch = int(given["batch"])

    def run():
        with torch.no_grad():
            accumulator = Accumulator(anchors)
            for start in range(0, len(rows), batch):
                part = slice(start, start + batch)
                accumulator.update(rows[part], {name: labels[part] for name, labels in label_sets.items()})
            nats = math.log(len(anchors))
            return {name: value * nats for name, value in accumulator.results().items()}

    serve(run)


main()
