using System.Text.Json;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Hands out the rows that the original drew.</summary>
internal sealed class StoredSubsets : ISubsets
{
    private readonly Dictionary<int, int[][]> ofSize = [];

    private StoredSubsets(JsonElement file)
    {
        foreach (var entry in file.EnumerateArray())
        {
            int[][] subsets = [.. entry.GetProperty("subsets").EnumerateArray().Select(rows => rows.EnumerateArray().Select(row => row.GetInt32()).Order().ToArray())];
            var size = entry.GetProperty("size").GetInt32();
            // The original seeds its generator anew for every class, so classes of one size have the same subsets.
            if (ofSize.TryGetValue(size, out var known)) Assert.Equal(known, subsets);
            else ofSize.Add(size, subsets);
        }
    }

    /// <summary>Opens the file of a case.</summary>
    public static StoredSubsets Open(string file) => new(ReferenceFiles.Json("tests", "ReferenceValues", "diffusion-spectral", file));

    /// <inheritdoc/>
    public int[] Draw(int size, int ordinal, int repetition, int count) => ofSize[size][repetition];
}
