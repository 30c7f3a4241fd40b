namespace Infoscope.Formats;

/// <summary>Lines of Python that save what cannot be read as something that can.</summary>
internal static class Remedies
{
    /// <summary>Loads one array as x and saves what an expression makes of it beside the file.</summary>
    public static string SaveAsPlainNpy(string path, string key, string expression)
    {
        var loaded = $"np.load({PythonText(path)}, allow_pickle=True){(key.Length == 0 ? "" : $"[{PythonText(key)}]")}";
        var target = $"{Path.ChangeExtension(path, null)}{(key.Length == 0 ? "" : "-" + key.Replace('/', '-'))}-plain.npy";
        return $"`import numpy as np; x = {loaded}; np.save({PythonText(target)}, {expression})`";
    }

    /// <summary>Saves the dictionary of tensors that a PyTorch file holds as .safetensors; loads tensors alone, so that no code in the file runs.</summary>
    public static string SaveAsSafetensors(string path) =>
        $"`import torch; from safetensors.torch import save_file; save_file({{k: v.contiguous() for k, v in {Tensors(path)}.items()}}, {PythonText(Path.ChangeExtension(path, ".safetensors"))})`";

    /// <summary>Saves the tensor that a PyTorch file holds as .npy, which needs no package beside those at hand.</summary>
    public static string SaveTensorAsNpy(string path) => $"`import numpy as np, torch; np.save({PythonText(NpyBeside(path))}, {Tensors(path)}.numpy())`";

    /// <summary>Saves whole numbers in a text as .npy.</summary>
    public static string SaveTextAsNpy(string path) => $"`import numpy as np; np.save({PythonText(NpyBeside(path))}, np.loadtxt({PythonText(path)}, dtype=\"int64\"))`";

    /// <summary>Saves an array of an HDF5 file as .npy.</summary>
    public static string SaveHdfAsNpy(string path) => $"`import h5py, numpy as np; np.save({PythonText(NpyBeside(path))}, h5py.File({PythonText(path)})[\"KEY\"][:])`";

    /// <summary>Saves what a pickle holds as .npy.</summary>
    public static string SaveAsNpy(string path) =>
        $"`import numpy as np, pickle; np.save({PythonText(Path.ChangeExtension(path, ".npy"))}, np.array(pickle.load(open({PythonText(path)}, \"rb\"))))`";

    private static string Tensors(string path) => $"torch.load({PythonText(path)}, map_location=\"cpu\", weights_only=True)";

    // What is named .npy and is none stays as it is.
    private static string NpyBeside(string path) => Path.GetExtension(path).Equals(".npy", StringComparison.OrdinalIgnoreCase) ? Path.ChangeExtension(path, null) + "-plain.npy" : Path.ChangeExtension(path, ".npy");

    /// <summary>Writes a text as a Python literal.</summary>
    public static string PythonText(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + '"';
}
