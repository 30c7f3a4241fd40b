namespace Infoscope.Plugins.Distributions.Tests.Runs;

/// <summary>The positions of a sequence that are used, and its attention, (length, length) for each head; no head for none.</summary>
internal sealed record FedSequence(IReadOnlyList<int> Positions, params IReadOnlyList<float[][]> Heads)
{
    /// <summary>Makes a sequence of which every position is used.</summary>
    public static FedSequence Of(params float[][][] heads) => new([.. Enumerable.Range(0, heads[0].Length)], heads);

    /// <summary>Makes attention that is uniform over the positions so far.</summary>
    public static float[][] Causal(int length) => [.. Enumerable.Range(0, length).Select(query => Enumerable.Range(0, length).Select(key => key <= query ? 1f / (query + 1) : 0).ToArray())];

    /// <summary>Makes attention that is uniform over all positions.</summary>
    public static float[][] Uniform(int length) => [.. Enumerable.Range(0, length).Select(_ => Enumerable.Repeat(1f / length, length).ToArray())];

    /// <summary>Makes attention of each position to itself alone.</summary>
    public static float[][] ToItself(int length) => [.. Enumerable.Range(0, length).Select(query => Enumerable.Range(0, length).Select(key => key == query ? 1f : 0).ToArray())];
}
