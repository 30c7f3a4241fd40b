namespace Infoscope.Plugins.Distributions.Sums;

/// <summary>What is kept of the rows of a label.</summary>
/// <param name="Rows">How many were used.</param>
/// <param name="Dropped">How many were not.</param>
/// <param name="EntropyNats">The sum of their entropies, of attention of the mean over heads.</param>
/// <param name="LogSupport">The sum of ln of the number of positions that each could have taken.</param>
internal readonly record struct LabelEntropy(long Rows, long Dropped, double EntropyNats, double LogSupport)
{
    /// <summary>Gets a row that was not used.</summary>
    public static LabelEntropy OneDropped { get; } = new(0, 1, 0, 0);

    /// <summary>Adds what is kept of other rows of the label.</summary>
    public static LabelEntropy operator +(LabelEntropy left, LabelEntropy right) =>
        new(left.Rows + right.Rows, left.Dropped + right.Dropped, left.EntropyNats + right.EntropyNats, left.LogSupport + right.LogSupport);
}
