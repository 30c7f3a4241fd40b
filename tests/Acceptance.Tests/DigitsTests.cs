using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.References;
using Infoscope.Engine.Results;

namespace Infoscope.Acceptance.Tests;

/// <summary>The digits sample beside the published estimator.</summary>
public sealed class DigitsTests
{
    public static IEnumerable<object[]> Sets =>
        from condition in new[] { "tanh-true", "tanh-random" }
        from epoch in new[] { 0, 39, 1500 }
        from layer in new[] { "layer2", "layer4", "layer5" }
        select new object[] { condition, epoch, layer };

    [Theory]
    [MemberData(nameof(Sets))]
    public void EntropyAndInformationAreThoseOfThePublishedEstimator(string condition, int epoch, string layer)
    {
        var rows = new SoftEntropyRun { Nulls = 0 }.Of(Digits.Open(condition, epoch, layer));
        Assert.Equal(Expected.Digits(condition, epoch, layer, "soft_H"), rows.Entropy().Normalized!.Value, Expected.Tolerance);
        Assert.Equal(Expected.Digits(condition, epoch, layer, "soft_MI_label"), rows.Information(Digits.Label).Normalized!.Value, Expected.Tolerance);
        Assert.Equal(0, Expected.Digits(condition, epoch, layer, "zero_rows"));
        Assert.All(rows, row => Assert.Equal((540, 0), (row.RowsUsed, row.RowsDropped)));
    }
}
