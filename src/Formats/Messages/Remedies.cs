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

    /// <summary>Saves what a PyTorch file holds, one tensor or a dictionary of them, as .safetensors; loads tensors alone, so that no code in the file runs.</summary>
    public static string SaveAsSafetensors(string path) =>
        $"`import torch; from safetensors.torch import save_file; x = torch.load({PythonText(path)}, map_location=\"cpu\", weights_only=True); " +
        $"save_file({{k: v.contiguous() for k, v in (x if isinstance(x, dict) else {{\"x\": x}}).items()}}, {PythonText(Path.ChangeExtension(path, ".safetensors"))})`";

    /// <summary>Saves what a pickle holds as .npy.</summary>
    public static string SaveAsNpy(string path) =>
        $"`import numpy as np, pickle; np.save({PythonText(Path.ChangeExtension(path, ".npy"))}, np.array(pickle.load(open({PythonText(path)}, \"rb\"))))`";

    /// <summary>Writes a text as a Python literal.</summary>
    public static string PythonText(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + '"';
}
