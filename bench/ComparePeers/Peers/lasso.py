"""The Lasso and its path in scikit-learn, from the Gram matrix, which is computed in every run."""
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import Lasso, lasso_path

from protocol import arguments, serve


def main():
    given = arguments()
    tokens = np.load(given["tokens"]).astype(np.float64)
    # One column per token in the order that the solver wants, so that it copies nothing.
    features, target = np.asfortranarray(tokens[:-1].T), np.ascontiguousarray(tokens[-1])
    dimensions = len(target)
    tolerance, most = float(given["tolerance"]), int(given["iterations"])
    warnings.simplefilter("error", ConvergenceWarning)

    def one():
        largest = np.abs(features.T @ target).max()
        model = Lasso(
            alpha=float(given["ratio"]) * largest / dimensions,
            fit_intercept=False,
            precompute=True,
            copy_X=False,
            tol=tolerance,
            max_iter=most,
        )
        model.fit(features, target)
        return {"weights": model.coef_.tolist()}

    def path():
        _, weights, _ = lasso_path(
            features, target, eps=float(given["ratio"]), n_alphas=int(given["points"]), precompute=True, copy_X=False, tol=tolerance, max_iter=most
        )
        return {"weights": weights.T.ravel().tolist()}

    serve(path if "points" in given else one)


main()
