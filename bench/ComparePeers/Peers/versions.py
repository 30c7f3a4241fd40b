"""Says which versions the peers have, and which kernels OpenBLAS chose for this processor; null where it is not what numpy computes with."""
import ctypes
import json
import platform

import numpy
import scipy
import sklearn
import torch


def openblas():
    numpy.ones((2, 2)) @ numpy.ones((2, 2))
    with open("/proc/self/maps") as maps:
        libraries = {line.split()[-1] for line in maps if "blas" in line and "openblas" in line}
    for library in sorted(libraries):
        try:
            loaded = ctypes.CDLL(library)
            loaded.openblas_get_corename.restype = ctypes.c_char_p
            loaded.openblas_get_config.restype = ctypes.c_char_p
            return loaded.openblas_get_config().decode().split()[1], loaded.openblas_get_corename().decode()
        except (OSError, AttributeError):
            continue
    return None, None


version, core = openblas()
answer = {
    "python": platform.python_version(),
    "numpy": numpy.__version__,
    "scipy": scipy.__version__,
    "torch": torch.__version__,
    "sklearn": sklearn.__version__,
    "openblas": version,
    "openblas_core": core,
}
print(json.dumps(answer))
