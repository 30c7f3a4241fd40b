using System.Globalization;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>A mean row that is subtracted from rows.</summary>
internal sealed class RowCentre
{
    private readonly double[] mean;

    private RowCentre(double[] mean) => this.mean = mean;

    /// <summary>Gets the first 16 hexadecimal digits of the SHA-256 of the mean row.</summary>
    public string Hash => new NumericArray("mean", [mean.Length], mean).ContentHash();

    /// <summary>Takes the mean row of a survey.</summary>
    /// <exception cref="ArgumentException">There is no survey, or one of other features.</exception>
    public static RowCentre Of(ActivationSurvey? survey, int features)
    {
        if (survey is null || survey.Mean.Count != features)
            throw new ArgumentException($"the survey has a mean of {survey?.Mean.Count ?? 0} features and the rows have {features}; give the survey that Requires asks for.", nameof(survey));
        return new RowCentre([.. survey.Mean]);
    }

    /// <summary>Takes the mean of the finite rows of a block; rows that are all the same are their mean to the bit.</summary>
    public static RowCentre Of(in ActivationBlock block)
    {
        var mean = new double[block.Features];
        var (first, finite) = (-1, 0);
        for (var row = 0; row < block.Rows; row++)
        {
            var values = block.DoubleRow(row);
            if (!FiniteRow.Is(values)) continue;
            if (finite++ == 0) first = row;
            for (var i = 0; i < mean.Length; i++) mean[i] += values[i] - block.DoubleRow(first)[i];
        }

        for (var i = 0; i < mean.Length && finite > 0; i++) mean[i] = block.DoubleRow(first)[i] + (mean[i] / finite);
        return new RowCentre(mean);
    }

    /// <summary>Writes a row less the mean.</summary>
    public void Subtract(ReadOnlySpan<double> row, Span<double> centred)
    {
        for (var i = 0; i < row.Length; i++) centred[i] = row[i] - mean[i];
    }

    /// <summary>Writes the number of features and the hash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{mean.Length} sha256:{Hash}");
}
