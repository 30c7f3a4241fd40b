namespace Infoscope.Host.Inspection;

/// <summary>Counts different values, keeping so many of them at most and no more memory than was allowed for them.</summary>
internal sealed class DistinctValues<T>(Allowance allowance, Func<T, long> bytesOf)
    where T : notnull
{
    private const int MostExamples = 3;

    private readonly HashSet<T> kept = [];
    private bool isExact = true;

    /// <summary>Gets the first few.</summary>
    public List<T> Examples { get; } = [];

    public DistinctCount Count => new(kept.Count, isExact);

    public void Add(T value)
    {
        if (!isExact || kept.Contains(value)) return;
        if (Examples.Count < MostExamples) Examples.Add(value);
        if (allowance.Take(bytesOf(value))) kept.Add(value);
        else isExact = false;
    }
}
