using Infoscope.Engine.Derived;
using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;
using Serilog;

namespace Infoscope.Host.Reports;

/// <summary>The way of result rows from the engine to the reports: the quantities that were asked for, differences, and in the end what there is to know about all of them.</summary>
internal sealed class ResultStream(IReport report, bool saysFindings, IReadOnlyList<string>? quantities, IReadOnlyCollection<DifferenceAxis> differences, ILogger log)
{
    // Asked for by a flag of their own.
    private static readonly string[] Always = [Quantities.Share.Id, Quantities.Residual.Id, Quantities.Optimality.Id];

    private readonly Differences between = new(differences);
    private readonly List<ResultRow> all = [];
    private readonly HashSet<string> reported = [];
    private bool anyDifference;

    /// <summary>Takes the rows of the next activation set.</summary>
    public void Add(IReadOnlyList<ResultRow> rows)
    {
        var found = between.Next(rows);
        anyDifference |= found.Count > 0;
        ResultRow[] wanted = [.. rows.Where(IsWanted), .. found.Where(IsWanted)];
        reported.UnionWith(wanted.Select(row => row.Quantity));
        report.Add(wanted);
        // Rows per label or token say nothing that findings look at, and there may be very many.
        all.AddRange(rows.Where(row => row.Item.Length == 0).Select(row => row.WithoutSamples()));
    }

    /// <summary>Tells the findings and ends the reports; called once, also after an interruption.</summary>
    public void End()
    {
        var findings = AllFindings.Of(all).Where(finding => quantities is null || quantities.Contains(finding.Quantity) || Always.Contains(finding.Quantity)).ToArray();
        report.End(findings);
        if (saysFindings)
        {
            foreach (var finding in findings) log.Warning("{Sentence:l} {Remedy:l}", finding.Sentence, finding.Remedy);
        }
    }

    /// <summary>Says which quantities were asked for and did not come.</summary>
    public void SayMissing()
    {
        foreach (var quantity in (quantities ?? []).Except(reported)) log.Warning("no {Quantity:l} came of these inputs; if it is about labels, give --labels NAME=FILE", quantity);
        if (differences.Count > 0 && !anyDifference) log.Warning("no differences came of these inputs: there are no two checkpoints, or no two layers, of one set; a pattern such as step{Step:l}.npz makes checkpoints, and the arrays of one file are layers", "{step}");
    }

    private bool IsWanted(ResultRow row) => quantities is null || quantities.Contains(row.Quantity) || Always.Contains(row.Quantity)
        || (row.Quantity.EndsWith(ResultRow.DifferenceSuffix, StringComparison.Ordinal) && quantities.Contains(row.Quantity[..^ResultRow.DifferenceSuffix.Length]));
}
