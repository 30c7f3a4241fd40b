using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Distributions.Tests.Runs;

/// <summary>Rows that are distributions: softmax of normal values, from flat to nearly one-hot, some entries zero.</summary>
internal static class Drawn
{
    public static Arbitrary<RowEntropyRun> Runs { get; } = Arb.From(
        from rows in Gen.Choose(1, 40)
        from columns in Gen.Choose(1, 12)
        from sharpness in Gen.Elements(0.0, 0.3, 1, 5, 200)
        from seed in Gen.Choose(0, int.MaxValue)
        select Rows(rows, columns, sharpness, (ulong)seed),
        run => run.Rows.Length == 1 ? [] : [run with { Rows = run.Rows[..1], Labels = run.Labels[..1] }, run with { Rows = run.Rows[..(run.Rows.Length / 2)], Labels = run.Labels[..(run.Rows.Length / 2)] }]);

    public static RowEntropyRun Rows(int rows, int columns, double sharpness, ulong seed)
    {
        var random = new RandomStream(seed, "distributions");
        return new RowEntropyRun
        {
            Rows = [.. Enumerable.Range(0, rows).Select(_ => Softmax([.. Enumerable.Range(0, columns).Select(_ => sharpness * random.NextNormal())], random.NextBelow(3) == 0 ? (int)random.NextBelow(columns) : 0))],
            Labels = [.. Enumerable.Range(0, rows).Select(row => (row % 4) - 1)],
        };
    }

    // The first so many entries are zero.
    public static double[] Softmax(double[] logits, int zeros = 0)
    {
        var largest = logits.Skip(zeros).Max();
        double[] weights = [.. logits.Select((logit, column) => column < zeros ? 0 : Math.Exp(logit - largest))];
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
