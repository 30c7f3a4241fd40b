namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Points in a space of features, row-major in double.</summary>
internal sealed class Points
{
    private readonly double[] values;

    /// <summary>Takes over the values of (count, features) points.</summary>
    public Points(double[] values, int count, int features)
    {
        if (values.Length != (long)count * features) throw new ArgumentException($"{values.Length} values are no ({count}, {features}) points.", nameof(values));
        this.values = values;
        Count = count;
        Features = features;
    }

    /// <summary>Gets the number n of points.</summary>
    public int Count { get; }

    /// <summary>Gets the number d of features.</summary>
    public int Features { get; }

    /// <summary>Gets all values, row-major.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Gives one point.</summary>
    public ReadOnlySpan<double> this[int point] => values.AsSpan(point * Features, Features);

    /// <summary>Gives a hash of the values in their order (64-bit FNV-1a over their bits).</summary>
    public ulong Hash()
    {
        var hash = 0xcbf29ce484222325;
        foreach (var value in values) hash = (hash ^ BitConverter.DoubleToUInt64Bits(value)) * 0x100000001b3;
        return hash;
    }

    /// <summary>Copies some of the points, in the order given.</summary>
    public Points Take(ReadOnlySpan<int> chosen)
    {
        var taken = new double[chosen.Length * Features];
        for (var i = 0; i < chosen.Length; i++) this[chosen[i]].CopyTo(taken.AsSpan(i * Features));
        return new Points(taken, chosen.Length, Features);
    }
}
