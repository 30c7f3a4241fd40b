using Infoscope.Plugins.SoftEntropy.Anchors;

namespace Infoscope.Plugins.SoftEntropy;

/// <summary>The options of <see cref="SoftEntropyEstimator"/>.</summary>
public sealed record SoftEntropyOptions
{
    /// <summary>Gets the number m of anchors that are drawn; at least 2, 100 by default. A file of anchors overrides it.</summary>
    [Option("number of random anchors; a file of anchors overrides it", Minimum = 2)]
    public int Anchors { get; init; } = 100;

    /// <summary>Gets how the temperature of the softmax is chosen: a rule or a number; <c>exact</c> by default.</summary>
    [Option("softmax temperature", Allowed = "exact | bounds | leading-order | a number above 0 (0.01 is the thesis)")]
    public string Temperature { get; init; } = "exact";

    /// <summary>Gets the anchors themselves, shape (anchors, features of a subspace); null draws them. Rows need not have length 1.</summary>
    [Option("anchors to use, shape (anchors, features of a subspace); each row is normalised, and all subspaces share them")]
    public NumericArray? AnchorsFile { get; init; }

    /// <summary>Gets the number of contiguous blocks of equal width, also called heads, that the features are split into; 1 by default.</summary>
    [Option("number of contiguous blocks of features ('heads'), each with a direction of its own; every number is the mean over them", Minimum = 1)]
    public int Subspaces { get; init; } = 1;

    /// <summary>Gets whether every subspace has anchors of its own; <c>own</c> by default.</summary>
    [Option("whether each subspace draws its own anchors or all share one set")]
    public SubspaceAnchors SubspaceAnchors { get; init; } = SubspaceAnchors.Own;

    /// <summary>Gets the number of independent draws of the anchors that every number is the mean over; 1 by default.</summary>
    [Option("number of independent draws of the anchors; every number is the mean over them, with their standard deviation", Minimum = 1)]
    public int Draws { get; init; } = 1;

    /// <summary>Gets whether the mean row is subtracted from every row before it is scaled to length 1; <c>false</c> by default.</summary>
    [Option("whether to subtract the mean row first, found in a pass of its own")]
    public bool Centre { get; init; }
}
