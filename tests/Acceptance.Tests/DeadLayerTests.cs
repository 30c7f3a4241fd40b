using Infoscope.Acceptance.Tests.Data;
using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests;

/// <summary>A layer that gives the same row whatever comes in knows nothing, and is told so: no failure, and no verdict made of rounding.</summary>
public sealed class DeadLayerTests
{
    // Rows that are alike, in a narrow cone, and alike but for one.
    public static IEnumerable<object[]> Layers => from kind in new[] { "alike", "cone", "but one" } from seed in Enumerable.Range(0, 12) select new object[] { kind, (ulong)seed };

    [Theory]
    [MemberData(nameof(Layers))]
    public void ItIsInsideTheNull(string kind, ulong seed)
    {
        const int rows = 300, features = 16;
        var random = new RandomStream(seed, "dead");
        double[] row = [.. Enumerable.Range(0, features).Select(_ => random.NextNormal())];
        double[] values = [.. Enumerable.Range(0, rows).SelectMany(place => row.Select(value => kind switch
        {
            "cone" => 1e6 + (1e-3 * random.NextNormal()),
            "but one" when place == 0 => -value,
            _ => value,
        }))];
        var drawn = new DrawnRows { Rows = rows, Features = features, Labels = 5 }.Draw(seed);
        var all = new SoftEntropyRun { Seed = seed }.Of(drawn with { Activations = new DrawnActivations(values, features) });
        Assert.All(all, one => Assert.DoesNotContain(one.Verdict, (string[])["above null", "above ceiling", "not finite"]));
        Assert.All(all.Where(one => one.Quantity is "mutual-information" or "entropy"), one => Assert.NotNull(one.StandardError));
        Assert.InRange(all.Information(DrawnRows.Label).Value, 0, kind == "but one" ? 0.1 : 1e-9);
    }
}
