using System.Globalization;
using Infoscope.Conformance;
using Infoscope.Host.Logging;

namespace Infoscope.Host.Verifying.Reports;

/// <summary>The report for people: a line for each law, the totals, then what failed with its smallest case, then what is worth a look.</summary>
internal sealed class VerifyTable(TextWriter output) : IVerifyReport
{
    public void Add(VerificationReport report, ReplayCommand replay)
    {
        Line($"{report.Estimator} {report.Version}, seed {report.Seed}, {report.Cases} {(report.Cases == 1 ? "case" : "cases")} a law");
        List<string[]> lines = [["law", "claim", "ran", "outcome"]];
        foreach (var law in report.Checks.GroupBy(check => check.Law))
        {
            CheckReport[] checks = [.. law];
            lines.AddRange(checks.Select((check, place) => new[] { place == 0 ? check.Law.ToString() : "", Claim(check) + About(check, checks), Ran(check), Outcome(check) }));
        }

        foreach (var line in TextColumns.Of(lines, "  ", 2)) Line(line);
        Line(Totals(new LawTotals(report)));
        Section("failed", report, check => check.Outcome == Conformance.Outcome.Failed, replay);
        Section("not claimed, and does not hold", report, check => check.Outcome == Conformance.Outcome.Broken, replay);
        PointOut(report);
        output.WriteLine();
        output.Flush();
    }

    private static string Claim(CheckReport check) => check.Stance switch
    {
        Stance.Required => "required",
        Stance.Disclaimed => "disclaimed",
        Stance.Unmentioned => "not claimed",
        _ => check.Exactness == Exactness.InDistribution ? "in distribution" : check.Exactness.ToString().ToLowerInvariant(),
    };

    // What tells a check from the others of its law: the quantities, the options, or both.
    private static string About(CheckReport check, CheckReport[] checks)
    {
        var parts = new List<string>();
        if (checks.Any(other => !other.Quantities.SequenceEqual(check.Quantities))) parts.Add(Suggest.List(check.Quantities, 1));
        if (checks.Any(other => !other.Configurations.SequenceEqual(check.Configurations))) parts.Add(Suggest.List([.. check.Configurations.Select(options => options.Length == 0 ? "defaults" : options)], 1));
        parts.RemoveAll(part => part.Length == 0);
        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    private static string Ran(CheckReport check) => check.Refused == 0 ? Number(check.Ran) : $"{Number(check.Ran)} ({Number(check.Refused)} refused)";

    private static string Outcome(CheckReport check) => check.Outcome switch
    {
        Conformance.Outcome.Passed => "passed",
        Conformance.Outcome.Failed => "FAILED",
        Conformance.Outcome.Expected => check.Stance == Stance.Disclaimed ? "fails as said" : "fails as expected",
        Conformance.Outcome.NeverFalsified => "never falsified",
        Conformance.Outcome.Held => $"holds: held in {Number(check.Ran)} of {Number(check.Ran)}",
        Conformance.Outcome.Broken => "does not hold",
        _ => $"not applicable: {check.Sentence}",
    };

    private static string Totals(LawTotals totals)
    {
        var unclaimed = totals.Held + totals.Broken;
        var parts = new List<string> { $"{totals.Passed} passed", $"{totals.Failed} failed", $"{totals.Expected} expected" };
        if (totals.NeverFalsified > 0) parts.Add($"{totals.NeverFalsified} disclaimed and never falsified");
        parts.Add(unclaimed == 0 ? "0 unclaimed" : $"{unclaimed} unclaimed ({totals.Held} held, {totals.Broken} did not)");
        parts.Add($"{totals.NotApplicable} not applicable");
        return $"{totals.Laws} {(totals.Laws == 1 ? "law" : "laws")}: {string.Join(", ", parts)}";
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private void Section(string title, VerificationReport report, Func<CheckReport, bool> belongs, ReplayCommand replay)
    {
        var checks = report.Checks.Where(belongs).ToArray();
        if (checks.Length == 0) return;
        output.WriteLine();
        Line(title);
        // Laws that were not run all say the same.
        foreach (var same in checks.GroupBy(check => (check.Sentence, check.Counterexample is null && check.Ran == 0 ? "" : $"{check.Law}/{check.Quantities.FirstOrDefault()}/{check.Stance}")))
        {
            Line($"  {string.Join(", ", same.Select(check => check.Law).Distinct())}: {same.Key.Sentence}");
            if (same.First() is not { Ran: > 0 } check) continue;
            if (check.Counterexample is { } one) Case(one);
            Line($"    again: {replay.Of(report, check)}");
        }
    }

    private void Case(TestCase one)
    {
        var sample = one.Sample;
        Line($"    seed {sample.Seed}{(one.Configuration.Text.Length == 0 ? "" : $", options {one.Configuration.Text}")}");
        List<string[]> lines = [["row", "label", "coarse", .. Enumerable.Range(1, sample.Features).Select(feature => $"x{feature}")]];
        var coarse = sample.Labels.Coarse;
        for (var row = 0; row < sample.Rows.Length; row++)
        {
            var label = sample.Labels.Fine[row];
            lines.Add([Number(row + 1), label < 0 ? "none" : Number(label), label < 0 ? "none" : Number(coarse[row]), .. sample.Rows[row].Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);
        }

        foreach (var line in TextColumns.Of(lines, "    ", [.. Enumerable.Range(0, lines[0].Length)])) Line(line);
    }

    private void PointOut(VerificationReport report)
    {
        string[] points =
        [
            .. report.Problems,
            .. report.Checks.Where(check => check.Outcome == Conformance.Outcome.NeverFalsified)
                .Select(check => $"{check.Law}{(check.Quantities.Count == 0 ? "" : $" of {string.Join(", ", check.Quantities)}")} is disclaimed ({check.Sentence}), and held in {check.Ran} of {check.Ran} cases; claim it, or doubt the reason"),
        ];
        if (points.Length == 0) return;
        output.WriteLine();
        Line("pointed out");
        foreach (var point in points) Line($"  {point}");
    }

    private void Line(string text) => output.WriteLine(Printable.Of(text));
}
