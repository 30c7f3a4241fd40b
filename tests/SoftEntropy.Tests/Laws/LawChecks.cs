using FsCheck;
using FsCheck.Fluent;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

/// <summary>What the law tests share.</summary>
internal static class LawChecks
{
    /// <summary>Checks a law on generated problems; a failure prints the shrunk problem.</summary>
    public static Property ForAllProblems(Action<Problem> check) => Prop.ForAll(ProblemGenerator.Problems, check);

    /// <summary>Gives how far rounding may move a number: a cosine is off by a few units of the last place, and the softmax multiplies that by 1/temperature.</summary>
    public static double Rounding(EstimatorRun run) => 1e-12 * Math.Max(1, 0.01 / run.UsedTemperature());

    /// <summary>Asserts that one number is at most another but for rounding.</summary>
    public static void AtMost(double limit, double value, double tolerance = 1e-12) =>
        Assert.True(value <= limit + tolerance, $"{value:R} exceeds {limit:R} by {value - limit:E2}");

    /// <summary>Asserts that every estimate is finite and within its floor and ceiling, and that those without are the ones that have none by definition.</summary>
    public static void WithinStatedRanges(EstimateTable table)
    {
        foreach (var estimate in table.Estimates)
        {
            Assert.True(estimate.Value.Information.IsFinite);
            if (estimate.Floor is { } floor) AtMost(estimate.Value.Number, floor.Number);
            else Assert.True(estimate.Quantity.Id is "mutual-information-unweighted" or "mutual-information-corrected");
            if (estimate.Ceiling is { } ceiling) AtMost(ceiling.Number, estimate.Value.Number);
            else Assert.Equal("null-bias", estimate.Quantity.Id);
        }
    }

    /// <summary>Asserts that two results have the same estimates with the same values but for rounding.</summary>
    public static void Same(EstimateTable expected, EstimateTable actual, double tolerance)
    {
        Assert.Equal(expected.Estimates.Select(Name), actual.Estimates.Select(Name));
        foreach (var (left, right) in expected.Estimates.Zip(actual.Estimates))
        {
            Assert.True(Math.Abs(left.Value.Number - right.Value.Number) <= tolerance, $"{Name(left)} is {left.Value.Number:R} and {right.Value.Number:R}");
            Assert.Equal(left.RowsUsed, right.RowsUsed);
            Assert.Equal(left.RowsDropped, right.RowsDropped);
        }

        static string Name(Estimate estimate) => $"{estimate.Quantity} of '{estimate.LabelSet}' {estimate.Item}";
    }

    /// <summary>Draws a rotation of d dimensions, orthogonal to rounding, as a product of d reflections.</summary>
    public static double[][] Rotate(double[][] rows, ulong seed)
    {
        var features = rows[0].Length;
        var random = new RandomStream(seed, "rotation");
        double[][] rotated = [.. rows.Select(row => (double[])row.Clone())];
        for (var reflection = 0; reflection < features + features % 2; reflection++)
        {
            double[] axis = [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];
            var squared = axis.Sum(value => value * value);
            foreach (var row in rotated)
            {
                var twice = 2 * row.Zip(axis, (value, along) => value * along).Sum() / squared;
                for (var feature = 0; feature < features; feature++) row[feature] -= twice * axis[feature];
            }
        }

        return rotated;
    }

    /// <summary>Gives a permutation of 0 .. count-1.</summary>
    public static int[] Permutation(ulong seed, int count)
    {
        var permutation = new KeyedPermutation(seed, "test", count);
        return [.. Enumerable.Range(0, count).Select(place => (int)permutation[place])];
    }
}
