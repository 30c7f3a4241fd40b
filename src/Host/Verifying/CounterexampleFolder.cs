using System.Text;
using Infoscope.Conformance;
using Infoscope.Loading;

namespace Infoscope.Host.Verifying;

/// <summary>The counterexamples that were saved beside a plugin: a file for each estimator and law.</summary>
internal sealed class CounterexampleFolder(PluginHome home)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string folder = home.Counterexamples;

    /// <summary>Reads every file.</summary>
    /// <param name="estimators">The estimators of the plugin.</param>
    /// <param name="problems">Takes a sentence for each file that is damaged, or is none of these.</param>
    public ILookup<string, SavedCase> Read(IReadOnlyList<EstimatorDescription> estimators, ProblemList problems)
    {
        var found = new List<(string Estimator, SavedCase Case)>();
        string[] paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var parts = Path.GetFileNameWithoutExtension(path).Split('.');
            if (parts.Length != 2 || LawNames.Parse(parts[1]) is not { } law || estimators.All(one => one.Id != parts[0]))
            {
                problems.Add($"{path} belongs to no estimator and law of this plugin; take it out of the folder.");
                continue;
            }

            try
            {
                found.AddRange(CaseText.Read(File.ReadAllText(path), parts[0], law).Select(one => (parts[0], new SavedCase(law, one))));
            }
            catch (FormatException damage)
            {
                problems.Add($"{path} is no saved counterexample: {damage.Message}; mend or delete it.");
            }
        }

        return found.ToLookup(one => one.Estimator, one => one.Case);
    }

    /// <summary>Saves what falsified an exact law, behind what is saved already.</summary>
    /// <returns>The number of counterexamples that are new.</returns>
    public int Add(string estimator, IReadOnlyList<CheckReport> checks, IEnumerable<SavedCase> known)
    {
        var saved = known.ToLookup(one => one.Law, one => one.Case);
        var added = 0;
        foreach (var law in checks.Where(check => check is { Outcome: Outcome.Failed, Exactness: Exactness.Exact, Counterexample: not null }).GroupBy(check => check.Law))
        {
            TestCase[] cases = [.. saved[law.Key].Concat(law.Select(check => check.Counterexample!)).DistinctBy(one => one.ToString())];
            var fresh = cases.Length - saved[law.Key].DistinctBy(one => one.ToString()).Count();
            if (fresh == 0) continue;
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{estimator}.{law.Key}.json"), CaseText.Write(estimator, law.Key, cases), Utf8);
            added += fresh;
        }

        return added;
    }
}
