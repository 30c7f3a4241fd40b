using Infoscope.Plugins.Lasso.Gains;

namespace Infoscope.Plugins.Lasso.Comparison;

/// <summary>Removes the selected tokens, those with the most attention, and as many at random, and says what each removal takes away.</summary>
internal sealed record RemovalExperiment
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>Gets the effect of removing the selected tokens.</summary>
    public required RemovalEffect Selected { get; init; }

    /// <summary>Gets the effect of removing those with the most attention; null without attention.</summary>
    public RemovalEffect? Attended { get; private init; }

    /// <summary>Gets the effects of removing random sets.</summary>
    public required RemovalEffects Random { get; init; }

    /// <summary>Gets the effects of removing as many tokens that are not selected; null when there are too few of them.</summary>
    public RemovalEffects? Others { get; private init; }

    /// <summary>Gets how often chance takes away from the target as much as the selection does: (1 + draws that do)/(draws + 1).</summary>
    public required double SelectedChance { get; init; }

    /// <summary>Gets the same for attention; null without attention.</summary>
    public double? AttendedChance { get; private init; }

    /// <summary>Removes the sets of a choice. No tokens, or all, make every set the same and each chance 1. Cost: n^3/6 + draws times m^3/6 multiplications.</summary>
    /// <exception cref="NumericalFailureException">The noise is lost in the rounding of the inner products.</exception>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    public static RemovalExperiment Of(InformationGains gains, TokenChoice choice, CancellationToken cancellation)
    {
        var removal = new Removal(gains, cancellation);
        var random = EffectsOf(choice.Random);
        var selected = removal.Of(choice.Selected);
        RemovalEffect? attended = choice.Attended is null ? null : removal.Of(choice.Attended);
        var tie = Rounding(gains);
        return new RemovalExperiment
        {
            Selected = selected,
            Attended = attended,
            Random = RemovalEffects.Of(random),
            Others = choice.Others is null ? null : RemovalEffects.Of(EffectsOf(choice.Others)),
            SelectedChance = Chance(selected.TargetLossNats),
            AttendedChance = attended is { } one ? Chance(one.TargetLossNats) : null,
        };

        double Chance(double loss) => (1.0 + random.Count(effect => effect.TargetLossNats >= loss - tie)) / (random.Length + 1);

        RemovalEffect[] EffectsOf(int[][] sets)
        {
            var effects = new RemovalEffect[sets.Length];
            for (var draw = 0; draw < sets.Length; draw++)
                effects[draw] = draw > 0 && sets[draw].AsSpan().SequenceEqual(sets[draw - 1]) ? effects[draw - 1] : removal.Of(sets[draw]);
            return effects;
        }
    }

    /// <summary>Gives the difference of two losses below which they tie: the rounding of n products, seen through the noise.</summary>
    private static double Rounding(InformationGains gains)
    {
        var largest = Enumerable.Range(0, gains.Gram.Tokens).Max(token => gains.Gram[token, token]);
        return gains.Gram.Tokens * UnitRoundoff * (1 + largest / (gains.Sigma * gains.Sigma));
    }
}
