using Infoscope.Conformance;
using Infoscope.Loading;

namespace Infoscope.Host.Verifying;

/// <summary>Reads which failures are expected, from a file beside the plugin: lines ESTIMATOR LAW [QUANTITY]: REASON, and comments behind #.</summary>
internal static class ExpectedFailuresFile
{
    /// <summary>Reads the file; none when there is none.</summary>
    /// <param name="home">The home of the plugin.</param>
    /// <param name="estimators">The estimators of the plugin.</param>
    /// <param name="problems">Takes a sentence for each line that names nothing known.</param>
    public static ILookup<string, ExpectedFailure> Read(PluginHome home, IReadOnlyList<EstimatorDescription> estimators, ProblemList problems)
    {
        var path = home.ExpectedFailures;
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var found = new List<(string Estimator, ExpectedFailure Failure)>();
        for (var line = 0; line < lines.Length; line++)
        {
            var text = lines[line].Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            var (words, reason) = (text.Split(':')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), text.Contains(':', StringComparison.Ordinal) ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : "");
            if (WhyNot(words, reason, estimators) is { } why) problems.Add($"{path}, line {line + 1}: {why}");
            else found.Add((words[0], new ExpectedFailure { Law = LawNames.Parse(words[1])!.Value, Quantity = words.ElementAtOrDefault(2), Because = reason }));
        }

        return found.ToLookup(one => one.Estimator, one => one.Failure);
    }

    private static string? WhyNot(string[] words, string reason, IReadOnlyList<EstimatorDescription> estimators)
    {
        if (words.Length is not (2 or 3) || reason.Length == 0) return "ESTIMATOR LAW [QUANTITY]: REASON is needed.";
        if (estimators.FirstOrDefault(one => one.Id == words[0]) is not { } estimator) return $"there is no estimator '{words[0]}'; {Suggest.Sentence(words[0], estimators.Select(one => one.Id))}";
        if (LawNames.Parse(words[1]) is null) return LawNames.Unknown(words[1]);
        return words.Length == 2 || estimator.Quantities.Contains(words[2]) ? null : $"{estimator.Id} gives no quantity '{words[2]}'; {Suggest.Sentence(words[2], estimator.Quantities)}";
    }
}
