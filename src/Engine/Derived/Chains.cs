using Infoscope.Engine.Calibration;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Derived;

/// <summary>How the entropy is shared out over an ordered chain of label sets, such as token, bigram, trigram.</summary>
/// <remarks>
/// share(1) = I(1)/H, share(i) = (I(i) - I(i-1))/H, residual = (H - I(r))/H; they add up to 1. With label sets that refine each other no share is below 0.
/// Where a label set is permuted within the one before it in the chain, the null of its share is that of what it knows beyond it.
/// Conklin, "Information structure in mappings" (arXiv 2505.23960), with weighted information.
/// </remarks>
internal static class Chains
{
    /// <summary>Gives the shares and the residual; nothing when the estimator lacks an entropy or an information of one of the label sets.</summary>
    public static IEnumerable<Measured> Of(IReadOnlyList<string> chain, IReadOnlyList<Measured> measured)
    {
        var information = chain.Select(name => Ratios.Find(Quantities.MutualInformation, name, measured)).ToArray();
        // All label sets speak of the same rows, so their entropies are one.
        if (information.Any(one => one is null) || Ratios.EntropyOver(chain[^1], measured) is not { Number.Value: > 0 } entropy) yield break;
        var against = string.Join(',', chain);
        Measured Row(Quantity quantity, Measured about, Measurement number) => new()
        {
            Quantity = quantity,
            LabelSet = about.LabelSet,
            Against = against,
            Number = number,
            IsDerived = true,
            NullWithin = about.NullWithin,
            RowsUsed = about.RowsUsed,
            RowsDropped = about.RowsDropped,
        };

        yield return Row(Quantities.Share, information[0]!, Measurement.Derive(parts => parts[0] / parts[1], information[0]!.Number, entropy.Number));
        for (var place = 1; place < information.Length; place++)
        {
            var (own, coarser) = (information[place]!, information[place - 1]!);
            // Within the labels of the coarser set that set stays as it is; under permutations of two kinds the difference has no meaning.
            var (finer, less) = own.NullWithin == coarser.LabelSet ? (own.Number, Alone(coarser)) : own.NullWithin == coarser.NullWithin ? (own.Number, coarser.Number) : (Alone(own), Alone(coarser));
            var share = Row(Quantities.Share, own, Measurement.Derive(parts => (parts[0] - parts[1]) / parts[2], finer, less, entropy.Number));
            yield return own.Number.Nulls.Length > 0 && finer.Nulls.Length == 0 ? share with { Notes = [$"no null: {own.LabelSet} and {coarser.LabelSet} are permuted in two ways"] } : share;
        }

        var last = information[^1]!;
        yield return Row(Quantities.Residual, last, Measurement.Derive(parts => (parts[1] - parts[0]) / parts[1], last.Number, entropy.Number));
    }

    private static Measurement Alone(Measured one) => one.Number with { Nulls = [] };
}
