using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>A selection of tokens beside attention and chance.</summary>
internal sealed record TokenComparison
{
    /// <summary>Gets how far selection and attention agree; null without attention.</summary>
    public SetOverlap? Agreement { get; private init; }

    /// <summary>Gets Spearman's correlation of the weights' magnitudes with the attention over the context without attention sinks; null without attention, or when either is constant.</summary>
    public double? RankCorrelation { get; private init; }

    /// <summary>Gets the fit of the target on the selected tokens.</summary>
    public required SubsetFit Selected { get; init; }

    /// <summary>Gets the fit on the tokens with the most attention; null without attention.</summary>
    public SubsetFit? Attended { get; private init; }

    /// <summary>Gets the fits on random sets.</summary>
    public required RandomFits Random { get; init; }

    /// <summary>Compares the sets of a choice. The empty set leaves everything and tells nothing. Cost: draws times m^3.</summary>
    /// <param name="gains">The gains of the sequence.</param>
    /// <param name="choice">The sets.</param>
    /// <param name="weights">The weight of each token of the context.</param>
    /// <param name="attention">The attention paid to each; null for none.</param>
    /// <param name="sinks">How many first tokens have no attention by decree, and so no rank.</param>
    /// <param name="cancellation">Ends the computation.</param>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    public static TokenComparison Of(InformationGains gains, TokenChoice choice, ReadOnlySpan<double> weights, double[]? attention, int sinks, CancellationToken cancellation)
    {
        double[] magnitudes = [.. weights];
        foreach (ref var magnitude in magnitudes.AsSpan()) magnitude = Math.Abs(magnitude);
        var first = Math.Min(sinks, magnitudes.Length);
        return new TokenComparison
        {
            Agreement = choice.Attended is null ? null : SetOverlap.Of(choice.Selected, choice.Attended, choice.ContextTokens),
            RankCorrelation = attention is null ? null : Comparison.RankCorrelation.Of(magnitudes.AsSpan(first), attention.AsSpan(first)),
            Selected = SubsetFit.Of(gains, choice.Selected),
            Attended = choice.Attended is null ? null : SubsetFit.Of(gains, choice.Attended),
            Random = RandomFits.Of(gains, choice.Random, cancellation),
        };
    }
}
