using System.Globalization;
using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.References;

/// <summary>The information of the digit and the largest output of the digit classifier, over training.</summary>
public sealed class DigitsArgmaxTests
{
    // Five decimals of bits: half a unit of the last, and as much again for activations that were stored in single.
    private const double ToleranceBits = 6e-6;

    // The same counts, so the same terms.
    private const double Rounding = 1e-14;

    public static TheoryData<string, string> Checkpoints
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var run in Runs().EnumerateObject())
            {
                foreach (var epoch in run.Value.EnumerateObject()) data.Add(run.Name, epoch.Name);
            }

            return data;
        }
    }

    [Fact]
    public void AllTwentyCheckpointsOfBothNetworksAreTested() => Assert.Equal(40, Checkpoints.Count);

    [Theory]
    [MemberData(nameof(Checkpoints))]
    public void ModeArgmaxGivesThePublishedBits(string network, string epoch)
    {
        var run = Run(network, epoch);
        var published = Runs().GetProperty(network).GetProperty(epoch).GetDouble();
        Assert.Equal(published, run.With("mode", "argmax").Estimate().Find("mutual-information")!.Value.Information.Bits, ToleranceBits);
    }

    [Theory]
    [MemberData(nameof(Checkpoints))]
    public void ModeExactOfThePlaceOfTheLargestGivesTheSame(string network, string epoch)
    {
        var run = Run(network, epoch);
        var argmax = run.With("mode", "argmax").Estimate();
        var exact = run.With([.. run.Rows.Select(row => new[] { (double)Array.IndexOf(row, row.Max()) })]).With("mode", "exact").Estimate();
        Assert.Equal(argmax.Nats("mutual-information"), exact.Nats("mutual-information"), Rounding);
        Assert.Equal(argmax.Nats("entropy", ""), exact.Nats("discrete-entropy", ""), Rounding);
    }

    private static System.Text.Json.JsonElement Runs() => ReferenceFile.Json("tests/ReferenceValues/digits-mlp/expected_argmax.json").GetProperty("runs");

    private static BinningRun Run(string network, string epoch) => new()
    {
        Rows = ReferenceFile.Rows($"samples/data/information-plane/{network}/epoch{int.Parse(epoch, CultureInfo.InvariantCulture):D4}.npz", "layer5"),
        LabelSets = [new TestLabels("y", ReferenceFile.Labels("samples/data/digits/test_labels.npy"))],
        Precision = Precision.Single,
    };
}
