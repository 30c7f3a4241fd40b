using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Draws data sets for what does not hold on each of them, and counts what becomes of them.</summary>
internal static class DataSets
{
    // With fewer, hardly anything is falsified at the level.
    private const int Fewest = 30;

    // A refused or silent data set is replaced by another; where most are, it ends at so many for each that was asked for.
    private const int Most = 4;

    /// <summary>Draws cases of a population, as many times its smallest size, and one of the check's configurations in turn, without end but for that of the replacements.</summary>
    public static IEnumerable<TestCase> Population(Check check, int times, int cases, CaseReplay from) => Of(check, check.Property.Population(times), KindSamples.Population, cases, from);

    /// <summary>Draws cases of a sample and one of the check's configurations in turn, without end but for that of the replacements.</summary>
    public static IEnumerable<TestCase> Of(Check check, int cases, CaseReplay from) => Of(check, check.Samples.Generator, KindSamples.Drawn, cases, from);

    private static IEnumerable<TestCase> Of(Check check, Gen<Sample> samples, Func<Sample, RowKind, Sample> ofKind, int cases, CaseReplay from)
    {
        cases = Math.Max(Fewest, cases);
        for (var round = 0; round < Most; round++)
        {
            var drawn = samples.Sample(cases, new Rnd(from.Seed + (ulong)round, from.Gamma), from.Size);
            foreach (var (place, sample) in drawn.Index())
            {
                var configuration = check.Configurations[place % check.Configurations.Count];
                yield return new TestCase(configuration, ofKind(sample, check.RowKindOf(configuration)));
            }
        }
    }

    /// <summary>Runs data sets until enough of them said something, at least 30.</summary>
    /// <param name="check">The law.</param>
    /// <param name="drawn">The data sets.</param>
    /// <param name="cases">How many are asked for.</param>
    /// <param name="watch">Is told of every case before it runs.</param>
    /// <param name="take">Takes one, and tells whether it said something.</param>
    /// <param name="cancellation">Ends the run between data sets.</param>
    public static Tally Run(Check check, IEnumerable<TestCase> drawn, int cases, Action<TestCase> watch, Func<TestCase, bool> take, CancellationToken cancellation)
    {
        var (ran, refused, refusal) = (0, 0, "");
        foreach (var one in drawn)
        {
            if (ran == Math.Max(Fewest, cases)) break;
            cancellation.ThrowIfCancellationRequested();
            watch(one);
            try
            {
                if (take(one)) ran++;
            }
            catch (RefusedException sentence)
            {
                (refused, refusal) = (refused + 1, sentence.Message);
            }
            catch (FaultException fault)
            {
                return new Tally { Ran = ran + 1, Refused = refused, Falsified = fault.Message, IsFault = true, Counterexample = FaultShrinker.Smallest(check, one) };
            }
        }

        return new Tally { Ran = ran, Refused = refused, RefusalSentence = refusal };
    }
}
