using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance;

/// <summary>Tests a law as an FsCheck property: it must hold in every generated case, and a case in which it does not is shrunk.</summary>
internal static class ExactTest
{
    /// <summary>The size of the last of many cases.</summary>
    public const int EndSize = 100;

    // A refused or silent case is replaced by another; where most are, it ends at so many for each case that was asked for.
    private const int MostReplacements = 4;

    /// <summary>Runs the cases.</summary>
    /// <param name="check">The law.</param>
    /// <param name="cases">The number of cases.</param>
    /// <param name="from">Where to start; the first case is then the one that a replay names.</param>
    /// <param name="watch">Is told of every case before it runs.</param>
    /// <param name="cancellation">Ends the run between cases.</param>
    public static Tally Run(Check check, int cases, CaseReplay from, Action<TestCase> watch, CancellationToken cancellation)
    {
        var (ran, refused, rounded, falsified, refusal) = (0, 0, 0, false, "");
        Property Holds(TestCase one)
        {
            cancellation.ThrowIfCancellationRequested();
            watch(one);
            var verdict = check.Test(one);
            if (!falsified)
            {
                if (verdict.SaysSomething) ran++;
                if (verdict.Kind == CaseVerdictKind.Rounds) rounded++;
                if (verdict.Kind == CaseVerdictKind.Refused) (refused, refusal) = (refused + 1, verdict.Sentence);
                falsified = verdict.IsBroken;
            }

            return (!verdict.IsBroken).When(verdict.SaysSomething);
        }

        var collector = new Collector();
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithMaxRejected(MostReplacements * cases).WithEndSize(EndSize).WithReplay(from.ToFsCheck(cases == 1)).WithRunner(collector).WithQuietOnSuccess(true);
        FsCheck.Check.One(config, Prop.ForAll(CaseGenerators.Of(check), Holds));
        cancellation.ThrowIfCancellationRequested();
        var tally = new Tally { Ran = ran, Refused = refused, RefusalSentence = refusal };
        if (collector.Result is not TestResult.Failed failed)
        {
            return rounded <= ran / 2 ? tally : tally with
            {
                Falsified = $"in {rounded} of {ran} cases it does not hold, and rows that are off by a rounding move the estimates as much; what rounding decides cannot be claimed",
            };
        }

        var smallest = (TestCase)failed.Item3.Head;
        var last = check.Test(smallest);
        return tally with
        {
            Falsified = SentenceOf(last),
            IsFault = last.Kind == CaseVerdictKind.Fault,
            Quantity = last.Quantity,
            Counterexample = smallest,
            Replay = new CaseReplay(failed.Item6.Seed, failed.Item6.Gamma, failed.Item7),
        };
    }

    // What depends on chance may hold when it is looked at again.
    private static string SentenceOf(CaseVerdict verdict) => verdict.IsBroken ? verdict.Sentence : "it was falsified, and held when the same case ran again: the estimator is not deterministic";
}
