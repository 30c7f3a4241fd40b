using Infoscope.Engine.Calibration;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Derived;

/// <summary>The ratios that every estimator with an entropy, an information or a scale has: efficiency, regularity and variation.</summary>
internal static class Ratios
{
    private static readonly (Quantity Of, Quantity Ratio)[] OfScale =
    [
        (Quantities.Entropy, Quantities.Efficiency),
        (Quantities.MutualInformation, Quantities.RegularityOfMaximum),
        (Quantities.ConditionalEntropy, Quantities.Variation),
        (Quantities.ConditionalEntropyUnweighted, Quantities.VariationUnweighted),
    ];

    /// <summary>Gives the ratios of what was measured as a whole; per label or token there are none.</summary>
    public static IEnumerable<Measured> Of(IReadOnlyList<Measured> measured)
    {
        foreach (var one in measured.Where(one => one.IsWhole))
        {
            foreach (var (of, ratio) in OfScale)
            {
                if (one.Quantity.Id == of.Id && one.Scale is { } scale and > 0)
                    yield return Over(scale, ratio, one) with { Number = Measurement.Derive(parts => parts[0] / scale, one.Number), Draws = one.Draws, DrawSd = one.DrawSd / scale };
            }

            if (one.Quantity.Id == Quantities.MutualInformation.Id && EntropyOver(one.LabelSet, measured) is { Number.Value: > 0 } entropy)
                yield return Over(entropy.Number.Value, Quantities.Regularity, one) with { Number = Measurement.Derive(parts => parts[0] / parts[1], one.Number, entropy.Number) };
        }
    }

    /// <summary>Finds H(Z) over the rows of a label set; null when the estimator gives none.</summary>
    public static Measured? EntropyOver(string labelSet, IEnumerable<Measured> measured) => Find(Quantities.Entropy, labelSet, measured);

    /// <summary>Finds a quantity of a label set as a whole; null when the estimator gives none.</summary>
    public static Measured? Find(Quantity quantity, string labelSet, IEnumerable<Measured> measured) =>
        measured.FirstOrDefault(one => one.Quantity.Id == quantity.Id && one.LabelSet == labelSet && one.IsWhole);

    private static Measured Over(double by, Quantity ratio, Measured above) => above with
    {
        Quantity = ratio,
        IsDerived = true,
        Ceiling = above.Ceiling / by,
        Floor = above.Floor / by,
        Scale = null,
        Draws = null,
        DrawSd = null,
        Notes = [],
    };
}
