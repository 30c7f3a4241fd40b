"""Soft entropy, joint bins and the spectrum of one file of rows with one label set, in numpy, in two readings: the bins need the ends of every feature first."""
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
    def __init__(self, low, high):
        self.low = low.astype(np.float32)
        self.scale = (BINS / (high - low)).astype(np.float32)
        # A row's symbol is a random linear map of its bins modulo 2^64; two of a million different rows have the same with a chance of 3e-8.
        self.factors = np.random.default_rng(0).integers(1, 2**63, len(low), dtype=np.uint64) * np.uint64(2) + np.uint64(1)
        self.symbols = []

    def update(self, block):
        bins = np.minimum((block - self.low) * self.scale, BINS - 1).astype(np.uint64)
        self.symbols.append(bins @ self.factors)

    def results(self, labels, counts):
        symbols = np.concatenate(self.symbols)
        rows = counts.sum()
        whole = nats(np.unique(symbols, return_counts=True)[1] / rows)
        conditional = 0.0
        for label in range(len(counts)):
            conditional += counts[label] / rows * nats(np.unique(symbols[labels == label], return_counts=True)[1] / counts[label])
        return {"entropy": whole, "mutual-information": whole - conditional}


class Spectrum:
    def __init__(self, features, labels):
        self.sums = np.zeros((labels, features, features))

    def update(self, unit, of_label):
        for label, chosen in of_label:
            rows = unit[chosen].astype(np.float64)
            self.sums[label] += rows.T @ rows

    def results(self, counts):
        def entropy(matrix):
            values = np.linalg.eigvalsh(matrix)
            return nats(values / values.sum())

        rows = counts.sum()
        whole = entropy(self.sums.sum(axis=0))
        conditional = sum(counts[label] / rows * entropy(self.sums[label]) for label in range(len(counts)))
        return {"matrix-entropy": whole, "mutual-information": whole - conditional}


def main():
    given = arguments()
    batch = int(given["batch"])
    rows = np.load(given["rows"], mmap_mode="r")
    labels = np.load(given["labels"])
    anchors = np.load(given["anchors"]).astype(np.float32)
    counts = np.bincount(labels)
    soft = SoftEntropy(anchors, len(counts))
    bins = Bins(*ends(rows, batch))
    spectrum = Spectrum(rows.shape[1], len(counts))
    for start in range(0, len(rows), batch):
        block = np.asarray(rows[start : start + batch])
        part = labels[start : start + batch]
        of_label = [(label, np.flatnonzero(part == label)) for label in range(len(counts))]
        unit = block / np.linalg.norm(block, axis=1, keepdims=True)
        soft.update(unit, of_label)
        bins.update(block)
        spectrum.update(unit, of_label)
    results = {"soft-entropy": soft.results(counts), "binning": bins.results(labels, counts), "spectrum": spectrum.results(counts)}
    print(json.dumps({f"{estimator}/{quantity}": value for estimator, values in results.items() for quantity, value in values.items()}))


main()
