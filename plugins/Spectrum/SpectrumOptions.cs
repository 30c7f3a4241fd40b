namespace Infoscope.Plugins.Spectrum;

/// <summary>The options of <see cref="SpectrumEstimator"/>.</summary>
public sealed record SpectrumOptions
{
    /// <summary>Gets the distortion that rows are coded to; 0.1 by default.</summary>
    [Option("distortion that the coding rate codes rows to", Minimum = 1e-6, Maximum = 1e6)]
    public double Eps { get; init; } = 0.1;

    /// <summary>Gets whether each row is scaled to length 1; <c>true</c> by default.</summary>
    [Option("whether to scale each row to length 1")]
    public bool UnitRows { get; init; } = true;

    /// <summary>Gets whether the mean row, of all rows or of each sequence, is subtracted before rows are scaled; <c>false</c> by default.</summary>
    [Option("whether to subtract the mean row first: that of all rows, found in a pass of its own, or of each sequence")]
    public bool Centre { get; init; }

    /// <summary>Gets whether all rows or each sequence have a spectrum; <c>pooled</c> by default.</summary>
    [Option("whether all rows have one spectrum, or each sequence one of its own, with the mean over sequences and no labels")]
    public Aggregation Aggregation { get; init; }
}
