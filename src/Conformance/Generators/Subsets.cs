namespace Infoscope.Conformance.Generators;

/// <summary>Which of a number of things a shrinker keeps.</summary>
internal static class Subsets
{
    /// <summary>Gives the indices kept where first halves are left out, then quarters, down to single things: fewer than 2 <paramref name="count"/> subsets, none empty.</summary>
    public static IEnumerable<int[]> LeavingOut(int count)
    {
        if (count < 2) yield break;
        for (var size = (count + 1) / 2; size > 0; size /= 2)
        {
            for (var first = 0; first < count; first += size)
            {
                var last = Math.Min(count, first + size);
                yield return [.. Enumerable.Range(0, first), .. Enumerable.Range(last, count - last)];
            }
        }
    }
}
