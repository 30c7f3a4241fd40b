"""The softmax temperature whose lower bound of KL(von Mises-Fisher || uniform) on the sphere in d dimensions is ln m."""
import math

from scipy.optimize import brentq


def lower_bound(temperature, d):
    kappa = 1 / temperature
    nu = d / 2 - 1
    root = math.hypot(kappa, nu)
    log_normaliser = root - nu + nu * math.log((d - 2) / (nu + root))
    mean_cosine = kappa / (d / 2 + math.hypot(kappa, d / 2))
    return kappa * mean_cosine - log_normaliser


def by_bounds(d, m):
    return brentq(lambda eps: lower_bound(eps, d) - math.log(m), 1e-5, 1, xtol=1e-12, rtol=1e-10)
