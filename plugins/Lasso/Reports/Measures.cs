using System.Globalization;
using Infoscope.Plugins.Lasso.Comparison;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Sequences;

namespace Infoscope.Plugins.Lasso.Reports;

/// <summary>The numbers that are reported, in their order.</summary>
internal static class Measures
{
    /// <summary>The words in the column <c>against</c>.</summary>
    public const string Attention = "attention", RandomTokens = "random tokens", Unselected = "unselected tokens", Chance = "chance";

    /// <summary>Gives the measures under some options.</summary>
    public static IReadOnlyList<Measure> Of(LassoOptions options) =>
    [
        .. OfGains(), .. OfSelection(), .. OfComparison(), .. OfRemoval(), .. OfConcentration(),
        .. OfPath(options),
    ];

    private static IEnumerable<Measure> OfGains()
    {
        yield return new(LassoQuantities.InformationGain, "", one => new Measured { Value = one.Gains.TotalNats, Ceiling = Sum(one.Gains.MarginalNats) });
        yield return new(LassoQuantities.InformationGainLast, "", one => new Measured { Value = one.Gains.LastNats, Ceiling = one.Gains.MarginalNats[^1] });
        yield return new(LassoQuantities.InformationGainPerToken, "", one => new Measured { Value = one.Gains.TotalNats / one.Tokens.Count, Ceiling = Sum(one.Gains.MarginalNats) / one.Tokens.Count });
        yield return new(LassoQuantities.LeaveOneOutGain, "", one => new Measured { Value = Sum(one.Gains.LeaveOneOutNats), Ceiling = one.Gains.TotalNats });
        yield return new(LassoQuantities.MarginalGain, "", one => Sum(one.Gains.MarginalNats));
        yield return new(LassoQuantities.ContextInformation, "", one => new Measured { Value = one.Gains.TargetInformationNats, Ceiling = one.Gains.MarginalNats[^1] });
        yield return new(LassoQuantities.RidgeOptimum, "", one => one.Gains.Target.Optimum / one.Gains.Target.SquaredNorm);
        yield return new(LassoQuantities.RidgeResidual, "", one => one.Gains.Target.ResidualEnergy / one.Gains.Target.SquaredNorm);
    }

    private static IEnumerable<Measure> OfSelection()
    {
        yield return new(LassoQuantities.SelectedTokens, "", one => one.Selected.Count);
        yield return new(LassoQuantities.Lambda, "", one => one.Lambda);
        yield return new(LassoQuantities.LambdaRatio, "", one => Finite(one.Solution.LambdaRatio));
        yield return new(LassoQuantities.LassoResidual, "", one => one.Solution.ResidualEnergy / one.TargetEnergy);
        yield return new(LassoQuantities.DualityGap, "", one => one.Solution.Gap / one.TargetEnergy) { IsLargest = true };
    }

    private static IEnumerable<Measure> OfComparison()
    {
        foreach (var (quantity, of, ofRandom) in OfFits())
        {
            yield return new(quantity, "", one => Measured(of(one.Comparison.Selected, one)));
            yield return new(quantity, Attention, one => one.Comparison.Attended is { } attended ? Measured(of(attended, one)) : null);
            yield return new(quantity, RandomTokens, one => ofRandom(one.Comparison.Random, one));
        }

        yield return new(LassoQuantities.Overlap, Attention, one => Measured(one.Comparison.Agreement?.Overlap));
        yield return new(LassoQuantities.Overlap, Chance, one => Measured(one.Comparison.Agreement?.Chance));
        yield return new(LassoQuantities.Jaccard, Attention, one => Measured(one.Comparison.Agreement?.Jaccard));
        yield return new(LassoQuantities.RankCorrelation, Attention, one => Measured(one.Comparison.RankCorrelation));
    }

    private static IEnumerable<(Quantity Quantity, Func<SubsetFit, SequenceAnalysis, double?> Of, Func<RandomFits, SequenceAnalysis, Measured?> OfRandom)> OfFits()
    {
        yield return (LassoQuantities.InformationRetained, (fit, _) => fit.InformationRetained, (random, _) => Measured(random.InformationRetained, 1));
        yield return (LassoQuantities.RefitResidual, (fit, _) => fit.RefitResidual, (random, _) => Measured(random.RefitResidual, 1));
        yield return (LassoQuantities.SubsetRidgeOptimum, (fit, one) => fit.Optimum / one.Gains.Target.SquaredNorm, (random, one) => Measured(random.Optimum, 1 / one.Gains.Target.SquaredNorm));
    }

    private static IEnumerable<Measure> OfRemoval()
    {
        (Quantity Quantity, Func<RemovalEffect, double> Of, Func<RemovalEffects, Spread> OfMany)[] losses =
        [
            (LassoQuantities.RemovalLoss, effect => effect.TargetLossNats, effects => effects.TargetLossNats),
            (LassoQuantities.RemovalLossTotal, effect => effect.TotalLossNats, effects => effects.TotalLossNats),
        ];
        foreach (var (quantity, of, ofMany) in losses)
        {
            yield return new(quantity, "", one => of(one.Removal.Selected));
            yield return new(quantity, Attention, one => one.Removal.Attended is { } attended ? of(attended) : null);
            yield return new(quantity, RandomTokens, one => Measured(ofMany(one.Removal.Random), 1));
            yield return new(quantity, Unselected, one => one.Removal.Others is { } others ? Measured(ofMany(others), 1) : null);
        }

        yield return new(LassoQuantities.RemovalChance, "", one => one.Removal.SelectedChance);
        yield return new(LassoQuantities.RemovalChance, Attention, one => Measured(one.Removal.AttendedChance));
    }

    private static IEnumerable<Measure> OfConcentration()
    {
        yield return new(LassoQuantities.ConcentrationGini, "", one => Measured(one.Concentration.Gini));
        yield return new(LassoQuantities.ConcentrationEntropy, "", one => Measured(one.Concentration.NormalizedEntropy));
        yield return new(LassoQuantities.ConcentrationParticipation, "", one => Measured(one.Concentration.ParticipationRatio));
        yield return new(LassoQuantities.ConcentrationHalf, "", one => Measured(one.Concentration.HalfCount));
    }

    private static IEnumerable<Measure> OfPath(LassoOptions options)
    {
        foreach (var (point, name) in PathNames(options).Index())
        {
            var against = "lambda ratio " + name;
            yield return new(LassoQuantities.PathTokens, against, one => one.Path[point].Support.Count);
            yield return new(LassoQuantities.PathResidual, against, one => one.Path[point].ResidualEnergy / one.TargetEnergy);
        }
    }

    // Four digits, or as many as tell neighbours apart.
    private static IReadOnlyList<string> PathNames(LassoOptions options)
    {
        double[] ratios = [.. Enumerable.Range(0, options.PathPoints).Select(point => Math.Pow(options.PathEnd, (double)point / (options.PathPoints - 1)))];
        string[] Written(int digits) => [.. ratios.Select(ratio => ratio.ToString($"G{digits}", CultureInfo.InvariantCulture))];
        return Enumerable.Range(4, 14).Select(Written).First(names => names.Distinct().Count() == names.Length);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    private static Measured? Finite(double value) => double.IsFinite(value) ? value : null;

    private static Measured? Measured(double? value) => value is { } number ? number : null;

    private static Measured? Measured(Spread? spread, double factor) =>
        spread is { } one ? new Measured { Value = factor * one.Mean, DrawStandardDeviation = factor * one.StandardDeviation } : null;
}
