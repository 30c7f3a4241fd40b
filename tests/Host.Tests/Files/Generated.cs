namespace Infoscope.Host.Tests;

/// <summary>Numbers for files: the same on every machine and at every run.</summary>
internal static class Generated
{
    /// <summary>Independent normal features, of a standard deviation, around a center of each row's class.</summary>
    public static float[] Rows(int rows, int features, IReadOnlyList<long> classes, ulong seed = 1, double spread = 1)
    {
        var random = new RandomStream(seed, "rows");
        var centers = new RandomStream(seed, "centers");
        var center = Enumerable.Range(0, (int)classes.Max() + 1).Select(_ => Enumerable.Range(0, features).Select(_ => centers.NextNormal()).ToArray()).ToArray();
        var values = new float[rows * features];
        for (var i = 0; i < values.Length; i++) values[i] = (float)((spread * random.NextNormal()) + center[Math.Max(0, classes[i / features])][i % features]);
        return values;
    }

    /// <summary>Independent normal features.</summary>
    public static float[] Rows(int rows, int features, ulong seed = 1) => Rows(rows, features, new long[rows], seed);

    /// <summary>Whole numbers from 0 up to a bound.</summary>
    public static long[] Below(int count, long bound, ulong seed = 1)
    {
        var random = new RandomStream(seed, "below");
        return [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(bound))];
    }
}
