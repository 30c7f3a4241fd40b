using Infoscope.Acceptance.Tests.Data;
using Infoscope.Engine.Results;

namespace Infoscope.Acceptance.Tests;

/// <summary>The standard error that the engine states of what it derives, beside how much that moves when the data are drawn again.</summary>
public sealed class DerivedErrorTests
{
    private const int Redraws = 200;

    // The spread over 200 redraws is itself off by 1/sqrt(400), 5 %; one stated error of ten folds is off by some 24 %, so their mean square is compared.
    private const double RelativeTolerance = 0.25;

    [Theory]
    [InlineData(400, 8, 10, 2.0)]
    [InlineData(500, 5, 16, 1.0)]
    // 44 chunks of 64 rows, so that folds have 256 or 320: the bias of so many labels moves with the fold that is left out.
    [InlineData(2816, 56, 16, 2.0)]
    public void TheStatedErrorIsTheSpreadOverRedrawnData(int rows, int labels, int features, double centreLength)
    {
        var drawn = new DrawnRows { Rows = rows, Features = features, Labels = labels, CentreLength = centreLength };
        var results = Enumerable.Range(0, Redraws).Select(redraw => new SoftEntropyRun { Seed = (ulong)redraw, Nulls = 0 }.Of(drawn.Draw((ulong)redraw))).ToArray();
        foreach (var quantity in (string[])["mutual-information", "regularity", "variation"])
        {
            ResultRow[] found = [.. results.Select(all => all.Single(row => row.Quantity == quantity && row.LabelSet == DrawnRows.Label))];
            var mean = found.Average(row => row.Value);
            var spread = Math.Sqrt(found.Sum(row => (row.Value - mean) * (row.Value - mean)) / (Redraws - 1));
            var stated = Math.Sqrt(found.Average(row => row.StandardError!.Value * row.StandardError.Value));
            Assert.True(Math.Abs(stated / spread - 1) <= RelativeTolerance, $"{quantity}: the stated error is {stated:G4} and the redraws have {spread:G4}");
        }
    }
}
