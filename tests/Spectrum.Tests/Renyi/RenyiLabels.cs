namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>A label set of a test; <paramref name="NullOf"/> makes it a null.</summary>
internal sealed record RenyiLabels(string Name, int[] Labels, string? NullOf = null)
{
    public LabelSetInfo Info
    {
        get
        {
            var count = Math.Max(1, Labels.Max() + 1);
            return new() { Name = Name, Count = count, LabelNames = NullOf is null ? [.. Enumerable.Range(0, count).Select(label => $"label {label}")] : [], NullOf = NullOf };
        }
    }

    /// <summary>Labels rows 0, 1, .. in turn.</summary>
    public static RenyiLabels InTurn(int rows, int labels) => new("y", [.. Enumerable.Range(0, rows).Select(row => row % labels)]);
}
