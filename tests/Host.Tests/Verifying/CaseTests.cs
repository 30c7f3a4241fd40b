using Infoscope.Conformance;
using Infoscope.Host.Verifying.Child;

namespace Infoscope.Host.Tests.Verifying;

/// <summary>Cases keep every bit on the way through a file, a journal and a line.</summary>
public sealed class CaseTests
{
    private static readonly double[] Values = [0, -0.0, 1, -2.5, 0.1, double.Epsilon, double.MaxValue, -double.MaxValue, 1.0 / 3];

    private static readonly TestCase Case = new(
        new Configuration { Texts = new Dictionary<string, string> { ["b"] = "x,y=\"z\"", ["a"] = "ü" }, Resolved = new Dictionary<string, string> { ["c"] = "" } },
        new Sample { Rows = [Values, [.. Values.Reverse()]], Labels = new LabelTree { Fine = [1, -1], CoarseOf = [1, 0] }, Seed = ulong.MaxValue });

    [Fact]
    public void ThroughAFile() => AssertSame(Assert.Single(CaseText.Read(CaseText.Write("e", Law.Isometry, [Case]), "e", Law.Isometry)));

    [Fact]
    public void SeveralThroughAFile() => Assert.Equal(3, CaseText.Read(CaseText.Write("e", Law.Isometry, [Case, Case, Case]), "e", Law.Isometry).Count);

    [Fact]
    public void ThroughALine() => AssertSame(ChildLines.Read<ChildOrder>("printed by a library " + ChildLines.Write(new ChildOrder { Work = ChildWork.Test, Place = 3, Case = Case }))!.Case!);

    [Fact]
    public void ALineOfAnotherIsNone()
    {
        Assert.Null(ChildLines.Read<ChildOrder>("{\"Place\": 3}"));
        Assert.Null(ChildLines.Read<ChildOrder>(ChildLines.Write(new ChildOrder { Work = ChildWork.Test, Place = 3 })[..^1]));
    }

    [Fact]
    public void ThroughAJournal()
    {
        using var mine = Journal.Create(2);
        using var theirs = Journal.Open(mine.Path);
        theirs.Begin(1);
        theirs.Note(1, Case with { Configuration = new Configuration { Texts = new Dictionary<string, string>(), Resolved = new Dictionary<string, string>() } });
        var beat = mine.Beat(1);
        theirs.Note(1, Case);
        Assert.NotEqual(beat, mine.Beat(1));
        Assert.Equal(2, mine.Last(1).Number);
        AssertSame(mine.Last(1).Case!);
        Assert.Equal((0L, null), mine.Last(0));

        // One that does not fit is counted all the same.
        theirs.Note(1, Case with { Sample = Case.Sample with { Rows = [.. Enumerable.Range(0, 2).Select(_ => new double[20_000])] } });
        Assert.Equal((3L, null), mine.Last(1));
        Assert.False(mine.IsOutOfMemory);
        theirs.IsOutOfMemory = true;
        Assert.True(mine.IsOutOfMemory);
    }

    [Fact]
    public void AJournalIsGoneWhenItIsDone()
    {
        var journal = Journal.Create(1);
        Assert.True(File.Exists(journal.Path));
        journal.Dispose();
        Assert.False(File.Exists(journal.Path));
    }

    private static void AssertSame(TestCase read)
    {
        Assert.Equal(Case.Configuration.Text, read.Configuration.Text);
        Assert.Equal(Case.Sample.Rows.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits), read.Sample.Rows.SelectMany(row => row).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(Case.Sample.Labels.Fine, read.Sample.Labels.Fine);
        Assert.Equal(Case.Sample.Labels.CoarseOf, read.Sample.Labels.CoarseOf);
        Assert.Equal(Case.Sample.Seed, read.Sample.Seed);
    }
}
