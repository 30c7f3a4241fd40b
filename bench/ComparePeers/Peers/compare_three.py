"""Soft entropy, the bins of each feature and effective features of one file of rows with one label set, in numpy, in two readings: the bins need the ends of every feature first."""
import json
import math

import numpy as np

from protocol import arguments
from temperature import by_bounds

BINS = 30


def nats(shares):
    shares = shares[shares > 0]
    return float(-(shares * np.log(shares)).sum())


def ends(rows, batch):
    low = np.full(rows.shape[1], np.inf)
    high = np.full(rows.shape[1], -np.inf)
    for start in range(0, len(rows), batch):
        block = rows[start : start + batch]
        np.minimum(low, block.min(axis=0), out=low)
        np.maximum(high, block.max(axis=0), out=high)
    return low, high


class SoftEntropy:
    def __init__(self, anchors, labels):
        self.anchors = anchors / np.linalg.norm(anchors, axis=1, keepdims=True)
        self.temperature = by_bounds(anchors.shape[1], len(anchors))
        self.sums = np.zeros((labels, len(anchors)))

    def update(self, unit, of_label):
        scores = unit @ self.anchors.T / self.temperature
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        for label, chosen in of_label:
            self.sums[label] += shares[chosen].sum(axis=0)

    def results(self, counts):
        rows = counts.sum()
        whole = nats(self.sums.sum(axis=0) / rows)
        conditional = sum(counts[label] / rows * nats(self.sums[label] / counts[label]) for label in range(len(counts)))
        return {"entropy": whole, "mutual-information": whole - conditional}


class Bins:
    """Counts of the bins of each feature, for each label."""

    def __init__(self, low, high, labels):
        self.low = low
        self.scale = BINS / (high - low)
        self.first = np.arange(len(low)) * BINS
        self.counts = np.zeros((labels, len(low) * BINS))

    def update(self, block, of_label):
        places = np.minimum((block - self.low) * self.scale, BINS - 1).astype(np.int64) + self.first
        for label, chosen in of_label:
            self.counts[label] += np.bincount(places[chosen].ravel(), minlength=self.counts.shape[1])

    def results(self, counts):
        def entropy(places, rows):
            return nats(places / rows) / len(self.low)

        rows = counts.sum()
        whole = entropy(self.counts.sum(axis=0), rows)
        conditional = sum(counts[label] / rows * entropy(self.counts[label], counts[label]) for label in range(len(counts)))
        return {"entropy": whole, "mutual-information": whole - conditional}


class EffectiveFeatures:
    def __init__(self, features):
        self.sums = np.zeros(features)

    def update(self, block):
        self.sums += np.abs(block).sum(axis=0, dtype=np.float64)

    def results(self):
        return {"effective-features": math.exp(nats(self.sums / self.sums.sum()))}


def main():
    given = arguments()
    batch = int(given["batch"])
    rows = np.load(given["rows"], mmap_mode="r")
    labels = np.load(given["labels"])
    anchors = np.load(given["anchors"]).astype(np.float32)
    counts = np.bincount(labels)
    soft = SoftEntropy(anchors, len(counts))
    bins = Bins(*ends(rows, batch), len(counts))
    effective = EffectiveFeatures(rows.shape[1])
    for start in range(0, len(rows), batch):
        block = np.asarray(rows[start : start + batch])
        part = labels[start : start + batch]
        of_label = [(label, np.flatnonzero(part == label)) for label in range(len(counts))]
        unit = block / np.linalg.norm(block, axis=1, keepdims=True)
        soft.update(unit, of_label)
        bins.update(block, of_label)
        effective.update(block)
    results = {"soft-entropy": soft.results(counts), "binning": bins.results(counts), "effective-features": effective.results()}
    print(json.dumps({f"{estimator}/{quantity}": value for estimator, values in results.items() for quantity, value in values.items()}))


main()
