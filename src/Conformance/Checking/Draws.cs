using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance;

/// <summary>Draws data sets for what holds on average.</summary>
internal static class Draws
{
    /// <summary>Draws as many as there are cases, each under one of the check's configurations in turn.</summary>
    public static IEnumerable<TestCase> Of(Check check, Gen<Sample> samples, int cases, CaseReplay from) =>
        samples.Sample(cases, new Rnd(from.Seed, from.Gamma), from.Size).Select((sample, place) => new TestCase(check.Configurations[place % check.Configurations.Count], sample));
}
