using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Generates cases: samples under one of several configurations, their rows of the kind that it takes.</summary>
internal static class CaseGenerators
{
    /// <summary>Gives the cases of a check, which shrink to the first configuration and to small samples.</summary>
    public static Arbitrary<TestCase> Of(Check check)
    {
        var (samples, configurations) = (check.Samples, check.Configurations);
        return Arb.From(
            from sample in samples.Generator
            from place in Gen.Choose(0, configurations.Count - 1)
            select new TestCase(configurations[place], KindSamples.Drawn(sample, check.RowKindOf(configurations[place]))),
            one => Shrink(one, check, samples));
    }

    private static IEnumerable<TestCase> Shrink(TestCase one, Check check, Arbitrary<Sample> samples)
    {
        foreach (var simpler in check.Configurations.TakeWhile(configuration => configuration != one.Configuration))
            yield return new TestCase(simpler, KindSamples.Nearest(one.Sample, check.RowKindOf(simpler)));
        foreach (var smaller in KindSamples.Shrink(one.Sample, check.RowKindOf(one.Configuration), samples)) yield return one with { Sample = smaller };
    }
}
