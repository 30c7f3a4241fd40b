"""Diffusion Spectral Entropy from all eigenvalues, and the information of labels by subsets as large as each class.

The symmetric scaling of the kernel is done as the published program does it, by products with full diagonal matrices; the time that they take is told apart,
because scaling rows and columns by numbers gives the same.
"""
import time

import numpy as np

from protocol import arguments, serve

EPSILON = np.finfo(np.float64).eps


class Entropy:
    def __init__(self, bandwidth):
        self.bandwidth = bandwidth
        self.diagonal_seconds = 0.0

    def of(self, rows):
        squares = np.einsum("ij,ij->i", rows, rows)
        distances = squares[:, None] + squares[None, :] - 2 * (rows @ rows.T)
        np.maximum(distances, 0, out=distances)
        np.fill_diagonal(distances, 0)
        distances = np.sqrt(distances)
        kernel = np.exp(-(distances**2) / (2 * self.bandwidth**2))
        degrees = kernel.sum(axis=1)
        start = time.perf_counter()
        scale = np.diag(degrees**-0.5)
        operator = scale @ kernel @ scale
        self.diagonal_seconds += time.perf_counter() - start
        if not np.allclose(operator, operator.T):
            raise ValueError("the operator is not symmetric")
        values = np.abs(np.linalg.eigvalsh(operator))
        shares = values / values.sum() + EPSILON
        return float(-(shares * np.log(shares)).sum())


def information(entropy, rows, labels, repetitions):
    """The mean entropy of random subsets as large as each class, less that of the class, weighted by size."""
    conditional, matched = 0.0, 0.0
    for label in np.unique(labels):
        members = labels == label
        size = int(members.sum())
        weight = size / len(rows)
        # Seeded anew for each class, so that classes of one size have the same subsets.
        random = np.random.default_rng(0)
        subsets = [rows[random.choice(len(rows), size, replace=False)] for _ in range(repetitions)]
        matched += weight * sum(entropy.of(subset) for subset in subsets) / repetitions
        conditional += weight * entropy.of(rows[members])
    return {"conditional-entropy/y": conditional, "mutual-information/y": matched - conditional}


def main():
    given = arguments()
    rows = np.load(given["rows"])
    labels = np.load(given["labels"]) if "labels" in given else None

    def run():
        entropy = Entropy(float(given["bandwidth"]))
        values = {"entropy": entropy.of(rows)} if labels is None else information(entropy, rows, labels, int(given["repetitions"]))
        return {**values, "diagonal-seconds": entropy.diagonal_seconds}

    serve(run)


main()
