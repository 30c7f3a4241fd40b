using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Tests.Anchors;

public sealed class AnchorSetTests
{
    [Property]
    public void FewerAnchorsAreTheFirstOfMore(byte fewer, byte more, byte features)
    {
        var (small, large, d) = (2 + Math.Min(fewer, more), 2 + Math.Max(fewer, more), 1 + features % 40);
        Assert.Equal(Draw(small, d).Double.ToArray(), Draw(large, d).Double[..(small * d)].ToArray());
    }

    [Fact]
    public void AnchorsAreUniformOnTheSphere()
    {
        // A feature x of a uniform direction has the mean 0 and variance 1/d; d x^2 has the mean 1 and a variance below 2.
        // The means over n of them are allowed 4.5 standard deviations, exceeded once in 150,000.
        const int n = 20_000, d = 5;
        var anchors = Draw(n, d).Double.ToArray().Chunk(d).ToArray();
        for (var feature = 0; feature < d; feature++)
        {
            Assert.InRange(anchors.Average(anchor => anchor[feature]), -4.5 / Math.Sqrt(n * d), 4.5 / Math.Sqrt(n * d));
            Assert.InRange(anchors.Average(anchor => d * anchor[feature] * anchor[feature]), 1 - 4.5 * Math.Sqrt(2.0 / n), 1 + 4.5 * Math.Sqrt(2.0 / n));
        }

        Assert.All(anchors, anchor => Assert.Equal(1, anchor.Sum(value => value * value), 1e-15));
    }

    [Fact]
    public void AFileOfAnchorsIsNormalisedInTheWorkingPrecision()
    {
        var file = new NumericArray("W.npy", [2, 2], new double[] { 3, 4, 0, -1e-300 });
        Assert.Equal([0.6, 0.8, 0, -1], AnchorSet.From(file, Whole(2), Precision.Double, "soft-entropy").Double.ToArray());
        var single = AnchorSet.From(file, Whole(2), Precision.Single, "soft-entropy");
        Assert.Equal([0.6f, 0.8f, 0, -1], single.Single.ToArray());
        Assert.Equal([0.6f, 0.8f, 0, -1], single.Double.ToArray());
    }

    [Theory]
    [InlineData(new long[] { 4 }, "soft-entropy.anchors-file is W.npy with the shape (4); it must be (anchors, features) with at least 2 anchors.")]
    [InlineData(new long[] { 1, 4 }, "soft-entropy.anchors-file is W.npy with the shape (1, 4); it must be (anchors, features) with at least 2 anchors.")]
    [InlineData(new long[] { 2, 2 }, "soft-entropy.anchors-file is W.npy with 2 features; the rows have 3: use anchors made for them.")]
    public void AFileOfAnotherShapeIsRefusedInOneSentence(long[] shape, string message)
    {
        var file = new NumericArray("W.npy", shape, new double[] { 1, 2, 3, 4 });
        Assert.Equal(message, Assert.Throws<OptionException>(() => AnchorSet.From(file, Whole(3), Precision.Double, "soft-entropy")).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void AnAnchorWithoutADirectionIsRefused(double value)
    {
        var file = new NumericArray("W.npy", [2, 1], new[] { 1, value });
        var exception = Assert.Throws<OptionException>(() => AnchorSet.From(file, Whole(1), Precision.Double, "soft-entropy"));
        Assert.Equal("soft-entropy.anchors-file is W.npy, whose anchor 1 is zero or not finite; every anchor needs a direction.", exception.Message);
    }

    private static FeatureSplit Whole(int features) => FeatureSplit.Of(features, 1, "soft-entropy");

    private static AnchorSet Draw(int count, int features, Precision precision = Precision.Double) =>
        AnchorSet.Draw(new RandomStream(1, "soft-entropy/anchors"), count, features, precision, "soft-entropy");
}
