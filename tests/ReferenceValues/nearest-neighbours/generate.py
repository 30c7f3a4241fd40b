"""Writes expected.json: rows, labels and the information that B. C. Ross, PLoS ONE 9(2) e87357 (2014), gives them, by brute force from the formula."""

import json
import mpmath
import numpy as np

mpmath.mp.dps = 40


def psi(n):
    return mpmath.digamma(int(n))


def information(rows, labels, neighbours, ties):
    """I = psi(N) - <psi(N_y)> + <psi(k)> - <psi(m)>: the value, psi(N) - <psi(N_y)>, the rows used, the labelled rows left out.

    m counts the rows of any label at the distance of the k-th neighbour of the same label or less. With ties, k counts those of the same label likewise;
    without, it is the number that was asked for, or all others of a label that has no more.
    """
    rows, labels = np.asarray(rows, float), np.asarray(labels)
    labelled = labels >= 0
    usable = labelled & np.isfinite(rows).all(axis=1)
    for label in set(labels[usable]):
        if (usable & (labels == label)).sum() == 1:
            usable &= labels != label
    rows, labels = rows[usable], labels[usable]
    total, ceiling, count = mpmath.mpf(0), mpmath.mpf(0), len(rows)
    for i in range(count):
        distances = ((rows - rows[i]) ** 2).sum(axis=1)
        others = np.arange(count) != i
        same = others & (labels == labels[i])
        of_label = same.sum() + 1
        k = min(neighbours, of_label - 1)
        radius = np.sort(distances[same])[k - 1]
        m = (distances[others] <= radius).sum()
        k = (distances[same] <= radius).sum() if ties else k
        ceiling += psi(count) - psi(of_label)
        total += psi(count) - psi(of_label) + psi(k) - psi(m)
    return total / count, ceiling / count, count, int(labelled.sum()) - count


def case(name, rows, labels, neighbours, has_ties):
    value, ceiling, used, dropped = information(rows, labels, neighbours, ties=True)
    asked, _, _, _ = information(rows, labels, neighbours, ties=False)
    assert has_ties == (abs(value - asked) > 1e-12), name
    return {
        "name": name, "neighbours": neighbours, "features": rows.shape[1], "rows": rows.ravel().tolist(), "labels": [int(label) for label in labels],
        "nats": float(value), "ceiling_nats": float(ceiling), "rows_used": used, "rows_dropped": dropped, "nats_by_the_k_asked_for": float(asked),
    }


random = np.random.default_rng(20260101)
cases = []

labels = random.integers(0, 2, 60)
rows = random.standard_normal((60, 1)) + np.where(labels == 1, 1.0, -1.0)[:, None]
cases += [case(f"two Gaussians, k = {k}", rows, labels, k, False) for k in (1, 3, 10)]

labels = random.integers(0, 3, 60)
rows = random.standard_normal((60, 4)) + 2 * np.eye(3, 4)[labels]
labels[::7] = -1
labels[5] = 3
cases += [case(f"three Gaussians, unlabelled rows and a label with one row, k = {k}", rows, labels, k, False) for k in (1, 3)]

labels = np.array([0] * 30 + [1] * 2 + [2] * 4)
rows = random.standard_normal((36, 2)) + labels[:, None]
cases.append(case("labels of 30, 2 and 4 rows, k = 5", rows, labels, 5, False))

labels = random.integers(0, 2, 30)
rows = random.standard_normal((30, 40))
rows[:, 0] += 4 * labels
cases.append(case("40 features of which one knows the label, k = 3", rows, labels, 3, False))

labels = random.integers(0, 2, 50)
rows = np.maximum(0, random.standard_normal((50, 2)) + np.where(labels == 1, 1.0, -1.0)[:, None])
cases += [case(f"rectified Gaussians with copies of the zero row, k = {k}", rows, labels, k, True) for k in (1, 3)]

labels = random.integers(0, 3, 45)
rows = random.integers(0, 3, (45, 2)) + (labels == 2)[:, None].astype(float)
cases.append(case("points of a lattice, k = 3", rows, labels, 3, True))

digamma = {str(n): float(psi(n)) for n in (1, 2, 3, 4, 5, 9, 10, 11, 20, 100, 1000, 4096, 100000, 2147483647)}
with open("expected.json", "w") as file:
    lines = ",\n".join(json.dumps(one) for one in cases)
    file.write('{"cases": [\n%s\n],\n"digamma": %s}\n' % (lines, json.dumps(digamma)))
