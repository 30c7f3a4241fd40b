namespace Infoscope.Plugins.SoftEntropy.Rows;

/// <summary>The split of a row into contiguous subspaces of equal width.</summary>
internal readonly record struct FeatureSplit
{
    private FeatureSplit(int subspaces, int width) => (Subspaces, Width) = (subspaces, width);

    /// <summary>Gets the number of subspaces; 1 is the whole row.</summary>
    public int Subspaces { get; }

    /// <summary>Gets the number of features of a subspace.</summary>
    public int Width { get; }

    /// <summary>Gets what has that many features, for messages.</summary>
    public string Noun => Subspaces == 1 ? "rows" : "subspaces";

    /// <summary>Splits the features.</summary>
    /// <exception cref="OptionException">The features do not split evenly.</exception>
    public static FeatureSplit Of(int features, int subspaces, string owner) => features % subspaces == 0
        ? new(subspaces, features / subspaces)
        : throw new OptionException($"{owner}.subspaces is {subspaces}, which does not divide the {features} features of a row; use one of {string.Join(", ", Divisors(features))}.");

    private static IEnumerable<int> Divisors(int features) => Enumerable.Range(1, features).Where(divisor => features % divisor == 0);
}
