using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

public sealed class EntropyLaws
{
    private static readonly string[] Temperatures = ["0.01", "0.03", "0.1", "1", "10", "1000"];

    [Property]
    public Property EntropyLiesBetweenZeroAndTheLogarithmOfTheAnchors() => LawChecks.ForAllProblems(problem =>
    {
        foreach (var estimate in (problem.Run with { Items = true }).Estimate().Estimates.Where(estimate => estimate.Quantity.Id is "entropy" or "conditional-entropy"))
        {
            LawChecks.AtMost(Math.Log(problem.Anchors), estimate.Value.Number);
            LawChecks.AtMost(estimate.Value.Number, 0);
        }
    });

    [Property]
    public Property EntropyLiesInItsRangeInSinglePrecisionAsWell() => LawChecks.ForAllProblems(problem =>
    {
        // Nearly uniform shares rounded to single add up to 1 within 1e-7 alone, which would show as an entropy above ln m.
        var uniform = problem.Moderate() with { Temperature = "1e6" };
        var entropy = (uniform.Run with { Precision = Precision.Single }).Estimate().Entropy;
        LawChecks.AtMost(Math.Log(problem.Anchors), entropy);
        LawChecks.AtMost(entropy, 0);
    });

    [Property]
    public Property TheEntropyOfAUnionIsAtLeastTheWeightedMeanOfItsParts() => LawChecks.ForAllProblems(problem =>
    {
        var usable = problem.UsableRows;
        if (usable.Length < 2) return;
        var (first, second) = (usable[..(usable.Length / 3 + 1)], usable[(usable.Length / 3 + 1)..]);
        if (second.Length == 0) return;
        var whole = problem.Take(usable).Run.Estimate().Entropy;
        var parts = first.Length * problem.Take(first).Run.Estimate().Entropy + second.Length * problem.Take(second).Run.Estimate().Entropy;
        LawChecks.AtMost(whole, parts / usable.Length);
    });

    [Property]
    public Property TheEntropyOfARowGrowsWithTheTemperature() => LawChecks.ForAllProblems(problem =>
    {
        var row = problem.Take([problem.UsableRows[0]]);
        var entropies = Temperatures.Select(temperature => (row with { Temperature = temperature }).Run.Estimate().Entropy).ToArray();
        for (var i = 1; i < entropies.Length; i++) LawChecks.AtMost(entropies[i], entropies[i - 1]);
    });

    [Property]
    public Property AVeryHighTemperatureLeavesNothingToKnow() => LawChecks.ForAllProblems(problem =>
    {
        var table = (problem with { Temperature = "1e6" }).Run.Estimate();
        // Logits differ by at most 2e-6, so entropies and informations are within the square of that, 4e-12, of their limits.
        Assert.Equal(Math.Log(problem.Anchors), table.Entropy, 4e-12);
        Assert.Equal(0, table.Information, 4e-12);
    });

    [Property]
    public Property EveryShareLiesBetweenTheLimitsThatCosinesSet() => LawChecks.ForAllProblems(problem =>
    {
        var run = problem.Run;
        var context = run.Context();
        using var estimation = (SoftEntropyEstimation)new SoftEntropyEstimator().Begin(context);
        run.Observe(estimation, problem.UsableRows[0], problem.UsableRows[0] + 1);
        var gap = Math.Exp(2 / run.UsedTemperature());
        var (smallest, largest) = (1 / (1 + (problem.Anchors - 1) * gap), 1 / (1 + (problem.Anchors - 1) / gap));
        foreach (var share in estimation.AllRows.Assignments) Assert.InRange(share, smallest * (1 - 1e-9), largest * (1 + 1e-9));
        Assert.Equal(1, estimation.AllRows.Assignments.Sum(), 1e-14);
        context.CloseCompute();
    });
}
