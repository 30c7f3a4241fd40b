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

    /// <summary>Gets the anchors themselves, shape (anchors, features); null draws them. Rows need not have length 1.</summary>
    [Option("anchors to use, shape (anchors, features); each row is normalised")]
    public NumericArray? AnchorsFile { get; init; }
}
