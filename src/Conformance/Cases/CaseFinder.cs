using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance;

/// <summary>Finds what makes a case again that nobody lived to report.</summary>
internal static class CaseFinder
{
    /// <summary>Generates the cases of an exact check without running any, up to one.</summary>
    /// <param name="check">The law.</param>
    /// <param name="cases">The number of cases.</param>
    /// <param name="from">Where they start.</param>
    /// <param name="number">Which of them, from 1.</param>
    /// <param name="one">The case; null when it is not known.</param>
    /// <returns>What makes it again; null when there are not so many, or the one there is another, as when a case is being shrunk.</returns>
    public static CaseReplay? Find(Check check, int cases, CaseReplay from, long number, TestCase? one)
    {
        var seen = 0L;
        TestCase? found = null;
        // What is rejected makes the sizes grow as what ran, and does not count towards the end.
        Property IsAnother(TestCase next)
        {
            var isFound = ++seen >= number;
            if (isFound) found ??= next;
            return (!isFound).When(isFound);
        }

        var collector = new Collector();
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithMaxRejected(int.MaxValue).WithEndSize(ExactTest.EndSize).WithReplay(from.ToFsCheck(cases == 1)).WithRunner(collector).WithQuietOnSuccess(true);
        FsCheck.Check.One(config, Prop.ForAll(Arb.From(CaseGenerators.Of(check).Generator), IsAnother));
        if (collector.Result is not TestResult.Failed failed || found is null || (one is not null && found.ToString() != one.ToString())) return null;
        return new CaseReplay(failed.Item6.Seed, failed.Item6.Gamma, failed.Item7);
    }
}
