using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Grids;

namespace Infoscope.Plugins.Binning;

/// <summary>The options of <see cref="BinningEstimator"/>.</summary>
public sealed record BinningOptions
{
    /// <summary>Gets what of a row is the symbol; <c>joint</c> by default.</summary>
    [Option("what is counted: the bins of a row together, each feature by itself, the row itself, or the place of its largest feature")]
    public BinningMode Mode { get; init; } = BinningMode.Joint;

    /// <summary>Gets where the bins lie; <c>min-max</c> by default. The modes <c>exact</c> and <c>argmax</c> have no bins.</summary>
    [Option("where the bins of a feature lie: between its smallest and largest value, within the range, or at its quantiles")]
    public GridRule Grid { get; init; } = GridRule.MinMax;

    /// <summary>Gets the number m of bins of a feature; 2 to 65,536, 30 by default.</summary>
    [Option("number of bins of a feature", Minimum = 2, Maximum = 65536)]
    public int Bins { get; init; } = 30;

    /// <summary>Gets the two ends of a fixed grid; <c>-1..1</c> by default.</summary>
    [Option("ends of the fixed grid; what lies outside counts in the bins at the ends", Allowed = "A..B, two numbers, the first below the second")]
    public string Range { get; init; } = "-1..1";

    /// <summary>Gets how entropies are estimated from counts; <c>plug-in</c> by default.</summary>
    [Option("how the entropy of counts is estimated")]
    public EntropyCorrection Correction { get; init; } = EntropyCorrection.PlugIn;

    /// <summary>Gets the number of different rows that could occur, for mode <c>exact</c>; null when it is not known.</summary>
    [Option("number of different rows that could occur, for mode=exact, such as 1024 for 10 binary features; james-stein and nsb need it", Minimum = 2)]
    public double? Alphabet { get; init; }
}
