using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Anchors;
using Infoscope.Plugins.SoftEntropy.Rows;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Anchors;

public sealed class AnchorDrawsTests
{
    [Property]
    public void MoreDrawsAndMoreSubspacesLeaveTheFirstOnesAsTheyAre(byte draws, byte subspaces)
    {
        var (r, h) = (1 + draws % 4, 1 + subspaces % 4);
        var (few, many) = (Make(r, h), Make(r + 1, h + 1));
        for (var draw = 0; draw < r; draw++)
        {
            for (var subspace = 0; subspace < h; subspace++) Assert.Equal(few.Of(draw, subspace).Double.ToArray(), many.Of(draw, subspace).Double.ToArray());
        }
    }

    [Fact]
    public void TheFirstDrawOfTheFirstSubspaceIsTheOneDraw() =>
        Assert.Equal(
            AnchorSet.Draw(new RandomStream(1, "soft-entropy/anchors"), 5, 3, Precision.Double, "soft-entropy").Double.ToArray(),
            Make(3, 2).Of(0, 0).Double.ToArray());

    [Fact]
    public void EveryDrawAndEverySubspaceHasAnchorsOfItsOwn()
    {
        var anchors = Make(3, 2);
        var sets = Enumerable.Range(0, 6).Select(part => string.Join(' ', anchors.Of(part / 2, part % 2).Double.ToArray()));
        Assert.Equal(6, sets.Distinct().Count());
    }

    [Fact]
    public void SharedAnchorsAreThoseOfTheFirstSubspace()
    {
        var (own, shared) = (Make(2, 3), Make(2, 3, SubspaceAnchors.Shared));
        for (var draw = 0; draw < 2; draw++)
        {
            Assert.Equal(own.Of(draw, 0).Double.ToArray(), shared.Of(draw, 0).Double.ToArray());
            Assert.Same(shared.Of(draw, 0), shared.Of(draw, 2));
        }
    }

    [Theory]
    [InlineData(1, 1, SubspaceAnchors.Own, "5 sha256:")]
    [InlineData(1, 4, SubspaceAnchors.Own, "5 in each of 4 subspaces sha256:")]
    [InlineData(1, 4, SubspaceAnchors.Shared, "5 shared by 4 subspaces sha256:")]
    [InlineData(3, 1, SubspaceAnchors.Own, "3 draws of 5 sha256:")]
    [InlineData(3, 4, SubspaceAnchors.Own, "3 draws of 5 in each of 4 subspaces sha256:")]
    public void TheTextSaysHowManyAndEndsWithTheHashOfAll(int draws, int subspaces, SubspaceAnchors whose, string start)
    {
        var anchors = Make(draws, subspaces, whose);
        Assert.Equal(start + anchors.Hash, anchors.ToString());
    }

    [Fact]
    public void TheHashIsThatOfAllAnchorsAsUsed()
    {
        var anchors = Make(2, 2);
        double[] all = [.. Enumerable.Range(0, 4).SelectMany(part => anchors.Of(part / 2, part % 2).Double.ToArray())];
        Assert.Equal(new NumericArray("", [20, 3], all).ContentHash(), anchors.Hash);
        var single = Make(1, 1, precision: Precision.Single);
        Assert.Equal(new NumericArray("", [5, 3], single.Of(0, 0).Double.ToArray()).ContentHash(), single.Hash);
        Assert.NotEqual(Make(1, 1).Hash, single.Hash);
    }

    private static AnchorDraws Make(int draws, int subspaces, SubspaceAnchors whose = SubspaceAnchors.Own, Precision precision = Precision.Double)
    {
        var options = new SoftEntropyOptions { Anchors = 5, Draws = draws, Subspaces = subspaces, SubspaceAnchors = whose };
        return AnchorDraws.Make(options, FeatureSplit.Of(3 * subspaces, subspaces, "soft-entropy"), new EstimatorRun { Rows = [new double[3 * subspaces]], Precision = precision }.Context());
    }
}
