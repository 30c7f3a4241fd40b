using System.Text.Json;
using Infoscope.Conformance;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Verifying.Reports;

/// <summary>One line of JSON for each check, and one for each estimator.</summary>
internal sealed class VerifyLines(TextWriter output) : IVerifyReport
{
    public void Add(VerificationReport report, ReplayCommand replay)
    {
        foreach (var check in report.Checks)
        {
            Line(new
            {
                kind = "check",
                estimator = report.Estimator,
                law = check.Law.ToString(),
                quantities = check.Quantities,
                configurations = check.Configurations,
                stance = Word(check.Stance),
                exactness = Word(check.Exactness),
                outcome = Word(check.Outcome),
                ran = check.Ran,
                refused = check.Refused,
                sentence = check.Sentence,
                counterexample = check.Counterexample is not { } one ? null : new
                {
                    options = one.Configuration.Texts.OrderBy(option => option.Key, StringComparer.Ordinal).ToDictionary(),
                    rows = one.Sample.Rows,
                    fine = one.Sample.Labels.Fine,
                    coarse_of = one.Sample.Labels.CoarseOf,
                    seed = one.Sample.Seed,
                },
                replay = check.Replay?.ToString(),
                command = replay.Of(report, check),
            });
        }

        var totals = new LawTotals(report);
        Line(new
        {
            kind = "summary",
            estimator = report.Estimator,
            version = report.Version,
            seed = report.Seed,
            cases = report.Cases,
            laws = totals.Laws,
            passed = totals.Passed,
            failed = totals.Failed,
            expected = totals.Expected,
            never_falsified = totals.NeverFalsified,
            held = totals.Held,
            broken = totals.Broken,
            not_applicable = totals.NotApplicable,
            ran = report.Ran,
            problems = report.Problems,
        });
        output.Flush();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => OptionValues.KebabCase(value.ToString());

    private void Line(object value) => output.WriteLine(JsonSerializer.Serialize(value, Json.Options));
}
