using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>How well random sets account for the target.</summary>
internal readonly record struct RandomFits
{
    /// <summary>Gets what least squares leaves; null for a target of zeros.</summary>
    public required Spread? RefitResidual { get; init; }

    /// <summary>Gets the ridge optimum.</summary>
    public required Spread Optimum { get; init; }

    /// <summary>Gets the part of the context's information that a set retains; null when that is nothing.</summary>
    public required Spread? InformationRetained { get; init; }

    /// <summary>Fits the target on each set.</summary>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    public static RandomFits Of(InformationGains gains, int[][] sets, CancellationToken cancellation)
    {
        var fits = new SubsetFit[sets.Length];
        for (var draw = 0; draw < sets.Length; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            fits[draw] = draw > 0 && sets[draw].AsSpan().SequenceEqual(sets[draw - 1]) ? fits[draw - 1] : SubsetFit.Of(gains, sets[draw]);
        }

        return new RandomFits
        {
            RefitResidual = Spread.OfAll([.. fits.Select(fit => fit.RefitResidual)]),
            Optimum = Spread.Of([.. fits.Select(fit => fit.Optimum)]),
            InformationRetained = Spread.OfAll([.. fits.Select(fit => fit.InformationRetained)]),
        };
    }
}
