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

    /// <summary>Makes a request of any source; its word names the random streams.</summary>
    internal static LabelRequest For(string source, params (string Name, object Value)[] arguments) => Seeded(0, source, arguments);

    internal static LabelRequest Seeded(ulong seed, string source, params (string Name, object Value)[] arguments) =>
        new(source, seed, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    /// <summary>Makes a label set of rows; its labels are called a, b, c and so on.</summary>
    internal static LabelSet Labels(params int[] ids) => Shaped([ids.Length], ids);

    internal static LabelSet Shaped(long[] shape, params int[] ids) => new(shape, ids, [.. Enumerable.Range(0, ids.DefaultIfEmpty(-1).Max() + 1).Select(id => ((char)('a' + id)).ToString())]);

    internal static NumericArray Array(params long[][] sequences) =>
        new("tokens.npy", [sequences.Length, sequences[0].Length], [.. sequences.SelectMany(sequence => sequence)]);
}
