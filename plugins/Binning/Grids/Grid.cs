using System.Globalization;

namespace Infoscope.Plugins.Binning.Grids;

/// <summary>Puts the values of each feature into bins.</summary>
internal abstract class Grid
{
    private readonly Lazy<string> hash;

    /// <summary>Makes the base of a grid.</summary>
    protected Grid(int features, int bins)
    {
        Features = features;
        Bins = bins;
        hash = new(() => new NumericArray("grid", [Numbers.Length], Numbers).ContentHash());
    }

    /// <summary>Gets the number of features.</summary>
    public int Features { get; }

    /// <summary>Gets the number of bins that a feature has at most.</summary>
    public int Bins { get; }

    /// <summary>Gets the first 16 hexadecimal digits of the SHA-256 of the numbers that the grid is made of.</summary>
    public string Hash => hash.Value;

    /// <summary>Gets what a reader should know of the grid; null for nothing.</summary>
    public virtual string? Note => null;

    /// <summary>Gets the numbers that the grid is made of.</summary>
    protected abstract double[] Numbers { get; }

    /// <summary>Makes the grid that the options name.</summary>
    /// <exception cref="ArgumentException">A survey is needed, and there is none or one of other features.</exception>
    public static Grid Of(BinningOptions options, EstimationContext context)
    {
        var features = context.Shape.Features;
        if (options.Grid == GridRule.Fixed)
        {
            var range = ValueRange.Parse(options.Range, context.Options.Owner);
            return new EqualWidthGrid([.. Enumerable.Repeat(range.From, features)], [.. Enumerable.Repeat(range.To, features)], options.Bins);
        }

        if (context.Survey is not { } survey || survey.Minimum.Count != features || survey.Maximum.Count != features)
            throw new ArgumentException($"the survey has extremes of {context.Survey?.Minimum.Count ?? 0} features and the rows have {features}; give the survey that Requires asks for.", nameof(context));
        return options.Grid == GridRule.Quantile ? new QuantileGrid(survey, options.Bins) : new EqualWidthGrid([.. survey.Minimum], [.. survey.Maximum], options.Bins);
    }

    /// <summary>Gives the number of bins of a feature, at least 1.</summary>
    public abstract int BinsOf(int feature);

    /// <summary>Gives the bin of a finite value, counted from 0.</summary>
    public abstract int BinOf(int feature, double value);

    /// <summary>Tells whether a value lies beyond the ends of the grid, and so in a bin at an end that was not made for it.</summary>
    public virtual bool IsOutside(int feature, double value) => false;

    /// <summary>Puts a row into bins.</summary>
    /// <returns>How many values lie outside.</returns>
    public virtual int Assign(ReadOnlySpan<double> row, Span<ushort> bins)
    {
        var outside = 0;
        for (var feature = 0; feature < row.Length; feature++)
        {
            bins[feature] = (ushort)BinOf(feature, row[feature]);
            if (IsOutside(feature, row[feature])) outside++;
        }

        return outside;
    }

    /// <summary>Writes the number of bins and the hash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bins} bins of {Features} features sha256:{Hash}");
}
