namespace Infoscope.Conformance;

/// <summary>Permutations of the fine labels, as the engine gives them to an estimator.</summary>
internal static class NullLabels
{
    /// <summary>Makes permuted label sets.</summary>
    public static IEnumerable<LabelColumn> Of(Experiment experiment, int count)
    {
        var fine = experiment.FineLabels;
        for (var index = 0; index < count; index++)
        {
            var places = experiment.Permutation($"null {index}", fine.Ids.Length);
            yield return fine with { Name = NameOf(index), Ids = [.. places.Select(place => fine.Ids[place])], NullOf = fine.Name, NullIndex = index };
        }
    }

    /// <summary>Gives the numbers of a quantity under the permutations, as far as there are any.</summary>
    public static double[] Numbers(Estimates estimates, string quantity, int count) =>
        [.. Enumerable.Range(0, count).Select(index => estimates.Number(quantity, NameOf(index))).OfType<double>()];

    private static string NameOf(int index) => $"y, permutation {index}";
}
