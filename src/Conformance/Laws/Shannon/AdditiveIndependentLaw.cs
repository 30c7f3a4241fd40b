using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Independent parts add.</summary>
/// <remarks>
/// If (Y1,Z1) and (Y2,Z2) are independent, I(Y1,Y2;Z1,Z2) = I(Y1;Z1) + I(Y2;Z2). Tested on the full product of two small samples: every row of the one beside every row of
/// the other, so that the parts are independent exactly and not only on average. A part has at most 8 rows, or the root of the number of rows.
/// </remarks>
internal sealed class AdditiveIndependentLaw : InformationLaw
{
    private const int SmallPart = 8;

    public override Law Law => Law.AdditiveIndependent;

    public override string Statement => "I(Y1,Y2;Z1,Z2) = I(Y1;Z1) + I(Y2;Z2) on the product of two samples";

    public override bool IsEquation => true;

    public override Arbitrary<Sample> Samples => SampleGenerators.Moderate;

    public override bool Keeps(RowKind kind) => kind != RowKind.Distribution;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        int[] labelled = [.. Enumerable.Range(0, experiment.Sample.Rows.Length).Where(row => experiment.Sample.Labels.Fine[row] >= 0)];
        if (labelled.Length < 2) yield break;
        var input = experiment.Input;
        var part = Math.Max(SmallPart, (int)Math.Sqrt(labelled.Length));
        var (left, right) = (input.Take([.. labelled.Take(labelled.Length / 2).Take(part)]), input.Take([.. labelled.Skip(labelled.Length / 2).Take(part)]));
        var (first, second, both) = (experiment.Run(left), experiment.Run(right), experiment.Run(Product(left, right)));
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (first.Find(quantity, Experiment.Fine) is not { } one || second.Find(quantity, Experiment.Fine) is not { } other || both.Find(quantity, Experiment.Fine) is not { } pair) continue;
            if (one.RowsUsed * other.RowsUsed == pair.RowsUsed) yield return Deviation.Equal(quantity, pair.Value.Number, "I(y1,y2;Z1,Z2)", one.Value.Number + other.Value.Number, "I(y1;Z1) + I(y2;Z2)");
        }
    }

    private static TrialInput Product(TrialInput left, TrialInput right)
    {
        var pairs = (from one in Enumerable.Range(0, left.Rows.Length) from other in Enumerable.Range(0, right.Rows.Length) select (one, other)).ToArray();
        var (first, second) = (left.Labels[0], right.Labels[0]);
        return left with
        {
            Rows = [.. pairs.Select(pair => (double[])[.. left.Rows[pair.one], .. right.Rows[pair.other]])],
            Reference = [.. pairs.Select(pair => left.Reference[pair.one])],
            Labels = [new LabelColumn(Experiment.Fine, [.. pairs.Select(pair => (first.Ids[pair.one] * second.Count) + second.Ids[pair.other])])],
        };
    }
}
