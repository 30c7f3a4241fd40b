using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Reports;

/// <summary>How many laws had which outcome; every law is counted once, by its gravest check.</summary>
internal sealed record LawTotals
{
    private readonly Dictionary<Outcome, int> counts;

    /// <summary>Counts the laws of a report.</summary>
    public LawTotals(VerificationReport report)
    {
        counts = report.Laws.CountBy(law => law.Outcome).ToDictionary();
        Laws = report.Checks.Select(check => check.Law).Distinct().Count();
        var parts = Passed + Failed + Expected + NeverFalsified + Held + Broken + NotApplicable;
        if (parts != Laws) throw new InvalidOperationException($"the report on {report.Estimator} counts {parts} of {Laws} laws.");
    }

    /// <summary>Gets the number of laws.</summary>
    public int Laws { get; }

    /// <summary>Gets how many were owed or claimed, and held.</summary>
    public int Passed => Of(Outcome.Passed);

    /// <summary>Gets how many were owed or claimed, and falsified or never tested.</summary>
    public int Failed => Of(Outcome.Failed);

    /// <summary>Gets how many failed as the estimator or the list of expected failures says.</summary>
    public int Expected => Of(Outcome.Expected);

    /// <summary>Gets how many were disclaimed, and held.</summary>
    public int NeverFalsified => Of(Outcome.NeverFalsified);

    /// <summary>Gets how many were not spoken of, and held.</summary>
    public int Held => Of(Outcome.Held);

    /// <summary>Gets how many were not spoken of, and falsified.</summary>
    public int Broken => Of(Outcome.Broken);

    /// <summary>Gets how many could not be tested.</summary>
    public int NotApplicable => Of(Outcome.NotApplicable);

    private int Of(Outcome outcome) => counts.GetValueOrDefault(outcome);
}
