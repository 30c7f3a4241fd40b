using System.Text.Json;
using Infoscope.Engine.Findings;

namespace Infoscope.Host.Reports;

/// <summary>Writes a finding as one line of JSON.</summary>
internal static class FindingLine
{
    public static string Of(Finding finding) => JsonSerializer.Serialize(
        new
        {
            kind = finding.Kind,
            estimator = finding.Estimator,
            quantity = finding.Quantity,
            label_set = finding.LabelSet,
            sets = finding.Sets,
            sentence = finding.Sentence,
            remedy = finding.Remedy,
        },
        Json.Options);
}
