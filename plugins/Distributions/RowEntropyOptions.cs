namespace Infoscope.Plugins.Distributions;

/// <summary>The options of <see cref="RowEntropyEstimator"/>.</summary>
public sealed record RowEntropyOptions
{
    /// <summary>Gets where the distributions are; <c>rows</c> by default.</summary>
    [Option("where the distributions are: the rows themselves, or the rows of --attention")]
    public DistributionSource Source { get; init; } = DistributionSource.Rows;

    /// <summary>Gets what the entropy of a row of attention is held against; <c>columns</c> by default.</summary>
    [Option("what the entropy is normalised by: ln of the number of columns, or, of attention, of the positions that a query can see")]
    public EntropyScale Normalize { get; init; } = EntropyScale.Columns;

    /// <summary>Gets how far from 1 the sum of a row may be; 0.001 by default, which float16 keeps.</summary>
    /// <remarks>Rounding to b significant bits moves a sum of T shares by at most 2^-b, and below the smallest normal number by half a step each: 2^-11 + T 2^-25 for float16, less than 0.001 up to 17,000 columns; 2^-8 for bfloat16 is 0.004.</remarks>
    [Option("how far from 1 the sum of a row may be; bfloat16 needs 0.004", Minimum = 0, Maximum = 0.1)]
    public double Tolerance { get; init; } = 0.001;
}
