using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

/// <summary>The standard error that an engine makes of folds, against what redrawing the data shows.</summary>
public sealed class JackknifeTests
{
    private const int Folds = 10, Redraws = 200;

    // The standard deviation over 200 redraws is itself off by 1/sqrt(400), 5 %, so chance takes a fifth of the tolerance in one standard error.
    private const double RelativeTolerance = 0.25;

    private static readonly string[] Compared = ["entropy", "conditional-entropy", "mutual-information", "mutual-information-corrected", "mutual-information-unweighted", "disentanglement"];

    [Theory]
    [InlineData(640, 10, 8, 1.0)]
    [InlineData(500, 5, 16, 0.5)]
    [InlineData(400, 8, 4, 2.0)]
    public void TheJackknifeOverTenFoldsIsTheSpreadOverRedrawnData(int count, int labels, int features, double separation)
    {
        var clusters = new GaussianClusters { Labels = labels, Features = features, Separation = separation };
        var runs = Enumerable.Range(0, Redraws).Select(redraw => Folded(clusters.Draw(count, seed: (ulong)(1000 + redraw)))).ToArray();
        foreach (var quantity in Compared)
        {
            var spread = Math.Sqrt(Variance([.. runs.Select(run => run.Whole.Nats(quantity))]));
            var error = runs.Average(run => Math.Sqrt((Folds - 1) * (Folds - 1.0) / Folds * Variance([.. run.LeftOut.Select(one => one.Nats(quantity))])));
            Assert.True(Math.Abs(error / spread - 1) <= RelativeTolerance, $"{quantity}: the jackknife says {error:G4} and the redraws {spread:G4}");
        }
    }

    // Rows are drawn independently, so any deal of them into folds is as good as the engine's.
    private static (EstimateTable Whole, EstimateTable[] LeftOut) Folded(EstimatorRun run)
    {
        var context = run.Context();
        var folds = Enumerable.Range(0, Folds).Select(fold =>
        {
            int[] rows = [.. Enumerable.Range(0, run.Rows.Length).Where(row => row % Folds == fold)];
            var part = run.With([.. rows.Select(row => run.Rows[row])]).With(run.LabelSets[0] with { Labels = [.. rows.Select(row => run.LabelSets[0].Labels[row])] });
            var estimation = (IMergeableEstimation)new SoftEntropyEstimator().Begin(context);
            part.Observe(estimation, 0, rows.Length);
            return estimation;
        }).ToArray();
        var (whole, leftOut) = (Merged(context, folds), Enumerable.Range(0, Folds).Select(left => Merged(context, [.. folds.Where((_, fold) => fold != left)])).ToArray());
        foreach (var fold in folds) fold.Dispose();
        context.CloseCompute();
        return (whole, leftOut);
    }

    private static EstimateTable Merged(EstimationContext context, IMergeableEstimation[] folds)
    {
        using var sum = (IMergeableEstimation)new SoftEntropyEstimator().Begin(context);
        foreach (var fold in folds) sum.Merge(fold);
        return new EstimateTable(sum.Complete());
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
