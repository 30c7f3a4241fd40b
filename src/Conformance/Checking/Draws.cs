using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance;

/// <summary>Draws data sets for what holds on average.</summary>
internal static class Draws
{
    // A refused or silent data set is replaced by another; where most are, it ends at so many for each that was asked for.
    private const int Most = 4;

    /// <summary>Draws cases of a sample and one of the check's configurations in turn, up to four times as many as are asked for: whoever has enough takes no more.</summary>
    public static IEnumerable<TestCase> Of(Check check, Gen<Sample> samples, int cases, CaseReplay from)
    {
        for (var round = 0; round < Most; round++)
        {
            var drawn = samples.Sample(cases, new Rnd(from.Seed + (ulong)round, from.Gamma), from.Size);
            foreach (var (place, sample) in drawn.Index()) yield return new TestCase(check.Configurations[place % check.Configurations.Count], sample);
        }
    }
}
