"""Makes the files beside this script; run it with Python 3.11 and numpy 1.24 in this folder. Values follow from the formulas below, which the tests repeat."""
import io
import zipfile

import numpy as np

types = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64"]
count = np.arange(6).reshape(2, 3)
arrays = {}
for name in types:
    values = (count % 2 == 0) if name == "bool" else (count * 7).astype(name)
    arrays[name] = values
    if np.dtype(name).itemsize > 1:
        arrays[name + "-big"] = values.astype(np.dtype(name).newbyteorder(">"))
np.savez("types.npz", **arrays)
np.savez_compressed("types-deflated.npz", **arrays)

np.save("fortran.npy", np.asfortranarray(np.arange(2 * 3 * 4, dtype="<i4").reshape(2, 3, 4)))
np.save("texts.npy", np.array([["cat", "d\u00f6g"], ["", "\U0001f600 x"]]))
np.save("texts-big.npy", np.array([["cat", "d\u00f6g"], ["", "\U0001f600 x"]]).astype(">U5"))
np.save("bytes.npy", np.array([b"cat", b"a", b""]))
np.save("objects.npy", np.array([1, "two"], dtype=object), allow_pickle=True)
with open("version2.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(3.0), version=(2, 0))
with open("version3.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(3.0), version=(3, 0))
np.save("zero-rows.npy", np.zeros((0, 5), "f4"))

# What numpy's cast to float32 and float64 makes of numbers that lie between: the integers and their casts.
hard = np.array([2**24 + 1, 2**24 + 3, 2**53 + 1, 2**53 + 3, 2**63 - 1, 2**63, 2**63 + 2**39 + 1, 2**64 - 1, 2**40 + 2**16 + 1], dtype="uint64")
np.savez("rounding.npz", integers=hard, singles=hard.astype("float32"), doubles=hard.astype("float64"))

# A writer that cannot seek puts the lengths behind the members.
class Unseekable(io.RawIOBase):
    def __init__(self, file): self.file = file
    def writable(self): return True
    def write(self, data): return self.file.write(data)
with open("streamed.npz", "wb") as file, zipfile.ZipFile(Unseekable(file), "w", zipfile.ZIP_DEFLATED) as archive:
    buffer = io.BytesIO(); np.save(buffer, np.arange(5)); archive.writestr("x.npy", buffer.getvalue())
