using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class NgramTests
{
    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public Property NgramLabelsAreWhatTheirDefinitionSays(TokenCase value) => AgreesWithTheOracle(value, new NgramSource(), following: false);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public Property NextLabelsAreWhatTheirDefinitionSays(TokenCase value) => AgreesWithTheOracle(value, new NextSource(), following: true);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public Property ALongerNgramRefinesAShorterOne(TokenCase value) => Refines(value, new NgramSource());

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public Property ALongerNextRefinesAShorterOne(TokenCase value) => Refines(value, new NextSource());

    [Fact]
    public void ASentenceHasTheLabelsOfTheDocumentation()
    {
        var sentence = new NumericArray("tokens.npy", [6], [5, 9, 2, 5, 9, 7]);
        var bigrams = new NgramSource().Derive(Requests.Of(sentence, 2));
        Assert.Equal([-1, 0, 1, 2, 0, 3], bigrams.Ids.ToArray());
        Assert.Equal(["5 9", "9 2", "2 5", "9 7"], bigrams.Names);
        var following = new NextSource().Derive(Requests.Of(sentence, 1));
        Assert.Equal([0, 1, 2, 0, 3, -1], following.Ids.ToArray());
        Assert.Equal(["9", "2", "5", "7"], following.Names);
    }

    [Fact]
    public void LabelsTakeTheShapeOfTheTokensAndAreDerivedFromSequences()
    {
        var labels = new NgramSource().Derive(Requests.Of(Requests.Array([1, 2, 3], [4, 5, 6]), 2));
        Assert.Equal([2, 3], labels.Shape);
        Assert.True(labels.IsSequenceDerived);
    }

    [Fact]
    public void NgramsThatCollideWhenEncodedAsPowersOfTheVocabularyStayApart()
    {
        // With 65,536 tokens the oldest of five has the weight 2^64, which an encoding in 64 bits loses; with 2^33, the oldest of three has 2^66.
        var fivegrams = new NgramSource().Derive(Requests.Of(Requests.Array([1, 0, 0, 0, 0], [2, 0, 0, 0, 0], [0, 0, 0, 0, 65_535]), 5));
        Assert.Equal([0, 1, 2], fivegrams.Ids.ToArray().Where(id => id >= 0));
        var trigrams = new NgramSource().Derive(Requests.Of(Requests.Array([1, 0, 0], [2, 0, 0], [1L << 33, 0, 0]), 3));
        Assert.Equal([0, 1, 2], trigrams.Ids.ToArray().Where(id => id >= 0));
    }

    [Fact]
    public void TokenIdsAtTheEndsOfSixtyFourBitsStayApart()
    {
        long[] ids = [long.MaxValue, long.MinValue, long.MaxValue - 1, -1, 0, 1L << 32, long.MinValue + 1];
        var labels = new NgramSource().Derive(Requests.Of(new NumericArray("tokens.npy", [ids.Length], ids), 1));
        Assert.Equal(Enumerable.Range(0, ids.Length), labels.Ids.ToArray());
        Assert.Equal("9223372036854775807", labels.Names[0]);
        Assert.Equal("-9223372036854775808", labels.Names[1]);
    }

    [Fact]
    public void PadsOnEitherSideAndInsideLeaveNoLabel()
    {
        var tokens = Requests.Array([0, 0, 1, 2, 3], [1, 2, 3, 0, 0], [1, 2, 0, 2, 3]);
        Assert.Equal([-1, -1, -1, 0, 1, -1, 0, 1, -1, -1, -1, 0, -1, -1, 1], new NgramSource().Derive(Requests.Of(tokens, 2, pad: 0)).Ids.ToArray());
        Assert.Equal([-1, 0, 1, -1, -1, 1, -1, -1, -1, -1, -1, -1, 1, -1, -1], new NextSource().Derive(Requests.Of(tokens, 2, pad: 0)).Ids.ToArray());
    }

    private static Property AgreesWithTheOracle(TokenCase value, ILabelSource source, bool following)
    {
        var (labels, names) = Oracle.Of(value, following);
        var derived = value.Derive(source);
        // Where no position has a label the source refuses.
        var agrees = derived is null
            ? names.Length == 0
            : derived.Ids.SequenceEqual(labels) && derived.Names.SequenceEqual(names) && names.Length > 0;
        return agrees
            .Classify(names.Length == 0, "no label")
            .Classify(value.Pad is not null, "padded");
    }

    private static Property Refines(TokenCase value, ILabelSource source)
    {
        var shorter = value.Derive(source);
        var longer = (value with { Order = value.Order + 1 }).Derive(source);
        if (longer is null) return true.Classify(true, "no longer n-gram");
        var coarse = new Dictionary<int, int>();
        var refines = shorter is not null;
        for (var row = 0; refines && row < longer.Ids.Length; row++)
        {
            if (longer.Ids[row] < 0) continue;
            coarse.TryAdd(longer.Ids[row], shorter!.Ids[row]);
            refines = shorter.Ids[row] >= 0 && coarse[longer.Ids[row]] == shorter.Ids[row];
        }

        return refines.ToProperty();
    }
}
