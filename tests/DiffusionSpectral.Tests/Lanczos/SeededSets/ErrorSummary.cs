using Infoscope.Plugins.DiffusionSpectral.Lanczos;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Lanczos.SeededSets;

/// <summary>The errors of many estimates of one number beside the standard errors that they stated, in nats.</summary>
internal sealed class ErrorSummary
{
    private readonly double[] errors;
    private readonly double[] stated;

    public ErrorSummary(IReadOnlyList<LanczosResult> results, double exactNats)
    {
        errors = [.. results.Select(result => result.Nats - exactNats)];
        stated = [.. results.Select(result => result.StandardErrorNats)];
    }

    public double RootMeanSquare => Math.Sqrt(errors.Average(error => error * error));

    public double MeanError => errors.Average();

    public double MeanStated => stated.Average();

    /// <summary>Gets the root mean square of the errors over the mean of the stated ones; 1 is honest.</summary>
    public double Ratio => RootMeanSquare / MeanStated;

    /// <summary>Gets how many errors are at most three times what was stated.</summary>
    public int WithinThree => errors.Zip(stated, (error, standard) => Math.Abs(error) <= 3 * standard).Count(within => within);
}
