using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance;

/// <summary>Generates cases: samples under one of several configurations.</summary>
internal static class CaseGenerators
{
    /// <summary>Gives cases that shrink to the first configuration and to small samples.</summary>
    public static Arbitrary<TestCase> Of(Arbitrary<Sample> samples, IReadOnlyList<Configuration> configurations) => Arb.From(
        from sample in samples.Generator
        from place in Gen.Choose(0, configurations.Count - 1)
        select new TestCase(configurations[place], sample),
        one => Shrink(one, samples, configurations));

    private static IEnumerable<TestCase> Shrink(TestCase one, Arbitrary<Sample> samples, IReadOnlyList<Configuration> configurations)
    {
        foreach (var simpler in configurations.TakeWhile(configuration => configuration != one.Configuration)) yield return one with { Configuration = simpler };
        foreach (var smaller in samples.Shrinker(one.Sample)) yield return one with { Sample = smaller };
    }
}
