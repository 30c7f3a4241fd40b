using System.Globalization;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Infoscope.Engine;
using Infoscope.Host.Inputs;

namespace Infoscope.Host.Benchmarking;

/// <summary>Reads the words of a request into tasks and settings; what cannot be read is a problem.</summary>
internal sealed class BenchmarkWords(BenchmarkRequest request, ProblemList problems)
{
    private const string EveryTask = "all";
    private const int FewestRows = 2, MostRows = 10_000_000, MostThreads = 1024;

    /// <summary>Reads --tasks, in the order of the catalogue.</summary>
    /// <param name="unless">The tasks when none are named.</param>
    public IReadOnlyList<KnownTask> Tasks(IReadOnlyList<KnownTask> unless)
    {
        if (request.Tasks is null) return unless;
        var wanted = Split(request.Tasks);
        if (wanted.Length == 0) problems.Add("--tasks names none; infoscope benchmark --list shows them.");
        var chosen = wanted.SelectMany(Named).ToHashSet();
        return [.. KnownTasks.All.Where(chosen.Contains)];
    }

    /// <summary>Reads the numbers.</summary>
    public BenchmarkSettings Settings()
    {
        var settings = new BenchmarkSettings();
        return settings with
        {
            Rows = request.Rows is null ? settings.Rows : RowsOf(Split(request.Rows)),
            Seeds = problems.Between("--seeds", request.Seeds ?? settings.Seeds, 1, BenchmarkSettings.MostSeeds),
            Seed = request.Seed ?? settings.Seed,
            Nulls = problems.Between("--null", request.Null ?? settings.Nulls, 0, ComparisonSettings.MostNulls),
            Threads = problems.Between("--threads", request.Threads ?? settings.Threads, 1, MostThreads),
        };
    }

    private static string[] Split(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private IEnumerable<KnownTask> Named(string word)
    {
        if (word == EveryTask) return KnownTasks.All;
        var pattern = new Wildcard(word);
        KnownTask[] found = [.. KnownTasks.All.Where(task => Wildcard.IsPattern(word) ? pattern.Match(task.Id) is not null : task.Id == word)];
        if (found.Length == 0)
        {
            var nearest = Suggestion.For(word, KnownTasks.All.Select(task => task.Id));
            var next = nearest is null || Wildcard.IsPattern(word) ? "infoscope benchmark --list shows them." : $"did you mean {nearest}?";
            problems.Add($"{(Wildcard.IsPattern(word) ? "no task matches" : "there is no task")} '{word}'; {next}");
        }

        return found;
    }

    // In increasing order, so that the last line of each estimator is the one to look at.
    private IReadOnlyList<int> RowsOf(string[] texts)
    {
        var numbers = new SortedSet<int>();
        if (texts.Length == 0) problems.Add("--n names no number; give one or several, such as 250,1000.");
        foreach (var text in texts)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FewestRows and <= MostRows) numbers.Add(number);
            else problems.Add($"--n is '{text}'; whole numbers of rows from {FewestRows} to {MostRows} are needed, such as 250,1000.");
        }

        return [.. numbers];
    }
}
