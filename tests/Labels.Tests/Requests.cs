namespace Infoscope.Plugins.Labels.Tests;

/// <summary>Makes the requests that the engine would make.</summary>
internal static class Requests
{
    internal static LabelRequest Of(NumericArray tokens, long order, double? pad = null)
    {
        var arguments = new Dictionary<string, object> { ["n"] = order, ["tokens"] = tokens };
        if (pad is not null) arguments["pad"] = pad.Value;
        return new("ngram:test", 0, arguments);
    }

    internal static NumericArray Array(params long[][] sequences) =>
        new("tokens.npy", [sequences.Length, sequences[0].Length], [.. sequences.SelectMany(sequence => sequence)]);
}
