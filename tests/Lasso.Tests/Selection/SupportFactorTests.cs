using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.References;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

public sealed class SupportFactorTests
{
    // Some dozens of columns come and go; each adds some units of rounding, seen through a condition number of some hundreds.
    private const double Tolerance = 1e-11;

    [Fact]
    public void AFactorFromWhichColumnsWentIsThatOfTheColumnsLeft()
    {
        var problem = LassoCase.Open("lasso_b_d768_k128").Problem;
        var factor = new SupportFactor(problem);
        List<int> columns = [];
        void Add(int column)
        {
            Assert.True(factor.TryAdd(column));
            columns.Add(column);
            Check();
        }

        void Check()
        {
            Assert.Equal(columns.Count, factor.Count);
            var fresh = new SupportFactor(problem);
            foreach (var column in columns) Assert.True(fresh.TryAdd(column));
            double[] solved = [.. columns.Select(column => (double)(column % 7 - 3))], expected = [.. solved];
            factor.Solve(solved);
            fresh.Solve(expected);
            Assert.Equal(0, solved.Zip(expected, (left, right) => Math.Abs(left - right)).DefaultIfEmpty().Max(), Tolerance * (1 + expected.Select(Math.Abs).DefaultIfEmpty().Max()));
        }

        for (var column = 0; column < 40; column++) Add(3 * column);
        foreach (var index in new[] { 0, 38, 17, 17, 5, 0 })
        {
            factor.Remove(index);
            columns.RemoveAt(index);
            Check();
        }

        Add(1);
        Add(100);
        while (columns.Count > 0)
        {
            factor.Remove(columns.Count / 2);
            columns.RemoveAt(columns.Count / 2);
            Check();
        }

        Add(2);
    }
}
