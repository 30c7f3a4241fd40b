using Infoscope.Acceptance.Tests.Data;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;

namespace Infoscope.Acceptance.Tests;

/// <summary>Threads and blocks change when something is computed, not what.</summary>
public sealed class SameBitsTests
{
    private static readonly int[] Threads = [1, 2, 8], BlockRows = [1, 7, 4096];

    [Fact]
    public void DigitsGiveIdenticalBitsForAnyThreadsAndBlocks() => AssertSame(Digits.Open("tanh-true", 1500, "layer4"), nulls: 20);

    // 20 nulls of the tokens say no more of bits than 5, in a quarter of the time.
    [Fact]
    public void TheLanguageModelGivesIdenticalBitsForAnyThreadsAndBlocks() => AssertSame(LanguageModel.Open(512, LanguageModel.Token, "testament.npy"), nulls: 5);

    private static void AssertSame(ActivationSet set, int nulls)
    {
        var runs = (from threads in Threads
                    from blockRows in BlockRows
                    select new SoftEntropyRun { Nulls = nulls, Items = true, Threads = threads, BlockRows = blockRows }.Of(set).Select(Bits).ToArray()).ToArray();
        Assert.NotEmpty(runs[0]);
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    private static string Bits(ResultRow row)
    {
        double?[] numbers = [row.Value, row.Normalized, row.NullMean, row.NullSd, row.NullP, row.StandardError, row.DrawSd, row.Ceiling, row.Floor];
        return string.Join(' ', numbers.Select(number => number is { } known ? $"{BitConverter.DoubleToInt64Bits(known):x16}" : "-"))
            + $" {row.Quantity} {row.LabelSet} {row.Item} {row.RowsUsed} {row.RowsDropped} {row.Verdict} {string.Join(';', row.Notes)}";
    }
}
