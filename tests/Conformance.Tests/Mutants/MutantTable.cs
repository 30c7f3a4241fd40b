namespace Infoscope.Conformance.Tests.Mutants;

/// <summary>Reads the tables of <c>tests/PluginFixtures/WrongEstimators/README.md</c>.</summary>
internal static class MutantTable
{
    private const string DeadlyTitle = "## Deadly";

    /// <summary>Gets all wrong estimators, in the order of the page.</summary>
    public static IReadOnlyList<Mutant> All { get; } = Read();

    private static List<Mutant> Read()
    {
        var (mutants, isDeadly) = (new List<Mutant>(), false);
        foreach (var line in File.ReadLines(BuiltPlugins.PathOf("tests", "PluginFixtures", "WrongEstimators", "README.md")))
        {
            isDeadly |= line.StartsWith(DeadlyTitle, StringComparison.Ordinal);
            if (!line.StartsWith("| `", StringComparison.Ordinal)) continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            mutants.Add(new(cells[1].Trim('`'), cells[3], isDeadly));
        }

        return mutants;
    }
}
