using FsCheck;
using FsCheck.Xunit;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

public sealed class InvarianceLaws
{
    [Property]
    public Property TheOrderOfTheRowsDoesNotMatter() => LawChecks.ForAllProblems(problem =>
        LawChecks.Same(problem.Run.Estimate(), problem.Take(LawChecks.Permutation(problem.Seed, problem.Rows.Length)).Run.Estimate(), 1e-12));

    [Property]
    public Property TheOrderOfTheAnchorsDoesNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Run;
        var anchors = run.UsedAnchors();
        double[][] reordered = [.. LawChecks.Permutation(problem.Seed, anchors.Length).Select(anchor => anchors[anchor])];
        LawChecks.Same(run.WithAnchors(anchors).Estimate(), run.WithAnchors(reordered).Estimate(), LawChecks.Rounding(run));
    });

    [Property]
    public Property APositiveFactorOfEachRowDoesNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Moderate().Run;
        var random = new RandomStream(problem.Seed, "factors");
        double[][] scaled = [.. run.Rows.Select(row =>
        {
            var factor = Math.Exp(40 * random.NextDouble() - 20);
            return row.Select(value => factor * value).ToArray();
        })];
        LawChecks.Same(run.Estimate(), run.With(scaled).Estimate(), LawChecks.Rounding(run));
    });

    [Property]
    public Property APowerOfTwoCommonToAllRowsDoesNotMatterToTheLastBit() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Moderate().Run;
        var exponent = (int)(problem.Seed % 800) - 400;
        Assert.Equal(run.Estimate().AllNats(), run.With([.. run.Rows.Select(row => row.Select(value => Math.ScaleB(value, exponent)).ToArray())]).Estimate().AllNats());
    });

    [Property]
    public Property ARotationOfRowsAndAnchorsTogetherDoesNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Moderate().Run;
        var anchors = run.UsedAnchors();
        var turned = run.With(LawChecks.Rotate(run.Rows, problem.Seed)).WithAnchors(LawChecks.Rotate(anchors, problem.Seed));
        // A rotation rounds each feature once per reflection.
        LawChecks.Same(run.WithAnchors(anchors).Estimate(), turned.Estimate(), problem.Features * LawChecks.Rounding(run));
    });

    [Property]
    public Property AnOrderOfFeaturesCommonToRowsAndAnchorsDoesNotMatter() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Run;
        var order = LawChecks.Permutation(problem.Seed, problem.Features);
        double[][] Reordered(double[][] rows) => [.. rows.Select(row => order.Select(feature => row[feature]).ToArray())];
        var anchors = run.UsedAnchors();
        LawChecks.Same(run.WithAnchors(anchors).Estimate(), run.With(Reordered(run.Rows)).WithAnchors(Reordered(anchors)).Estimate(), LawChecks.Rounding(run));
    });

    [Property]
    public Property FeaturesThatAreZeroEverywhereDoNotMatterAtTheSameTemperature() => LawChecks.ForAllProblems(problem =>
    {
        double[][] Padded(double[][] rows) => [.. rows.Select(row => (double[])[.. row, 0, 0, 0])];
        var run = problem.Run.With("temperature", problem.Run.UsedTemperature().ToString("R"));
        var anchors = run.UsedAnchors();
        LawChecks.Same(run.WithAnchors(anchors).Estimate(), run.With(Padded(run.Rows)).WithAnchors(Padded(anchors)).Estimate(), LawChecks.Rounding(run));
    });

    [Property]
    public Property RepeatingTheWholeDataSetChangesNothingButTheExpectedBias() => LawChecks.ForAllProblems(problem =>
    {
        int[] once = [.. Enumerable.Range(0, problem.Rows.Length)];
        var (single, triple) = (problem.Run.Estimate(), problem.Take([.. once, .. once, .. once]).Run.Estimate());
        foreach (var (left, right) in single.Estimates.Zip(triple.Estimates))
        {
            var expected = left.Quantity.Id switch
            {
                "null-bias" => left.Value.Number / 3,
                "mutual-information-corrected" => single.Information - single.Nats("null-bias") / 3,
                _ => left.Value.Number,
            };
            Assert.Equal(expected, right.Value.Number, 1e-12);
            Assert.Equal(3 * left.RowsUsed, right.RowsUsed);
        }
    });
}
