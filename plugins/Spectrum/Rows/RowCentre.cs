using System.Globalization;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>The mean row that is subtracted from every row.</summary>
internal sealed class RowCentre
{
    private readonly double[] mean;

    /// <summary>Takes the mean row of a survey.</summary>
    /// <exception cref="ArgumentException">There is no survey, or one of other features.</exception>
    public RowCentre(ActivationSurvey? survey, int features)
    {
        if (survey is null || survey.Mean.Count != features)
            throw new ArgumentException($"the survey has a mean of {survey?.Mean.Count ?? 0} features and the rows have {features}; give the survey that Requires asks for.", nameof(survey));
        mean = [.. survey.Mean];
        Hash = new NumericArray("mean", [features], mean).ContentHash();
    }

    /// <summary>Gets the first 16 hexadecimal digits of the SHA-256 of the mean row.</summary>
    public string Hash { get; }

    /// <summary>Writes a row less the mean.</summary>
    public void Subtract(ReadOnlySpan<double> row, Span<double> centred)
    {
        for (var i = 0; i < row.Length; i++) centred[i] = row[i] - mean[i];
    }

    /// <summary>Writes the number of features and the hash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{mean.Length} sha256:{Hash}");
}
