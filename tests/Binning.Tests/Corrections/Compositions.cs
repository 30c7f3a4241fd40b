namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>All ways to put draws into cells.</summary>
internal static class Compositions
{
    /// <summary>Gives the counts of each way, zeros included.</summary>
    public static IEnumerable<long[]> Of(int draws, int cells)
    {
        if (cells == 1)
        {
            yield return [draws];
            yield break;
        }

        for (var first = 0; first <= draws; first++)
        {
            foreach (var rest in Of(draws - first, cells - 1)) yield return [first, .. rest];
        }
    }

    /// <summary>Gives all ways with 1 to some number of draws.</summary>
    public static IEnumerable<long[]> UpTo(int draws, int cells) => Enumerable.Range(1, draws).SelectMany(number => Of(number, cells));
}
