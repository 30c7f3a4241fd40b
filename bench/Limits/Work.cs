namespace Infoscope.Limits;

/// <summary>An operation, with the arithmetic and the memory traffic that it cannot do without.</summary>
internal sealed class Work : IDisposable
{
    private readonly IDisposable[] held;

    /// <summary>Describes it.</summary>
    /// <param name="name">What it is, with its shape.</param>
    /// <param name="run">Runs it once.</param>
    /// <param name="held">What it works on, freed at the end.</param>
    public Work(string name, Action run, params IDisposable[] held)
    {
        (Name, Run) = (name, run);
        this.held = held;
    }

    /// <summary>Gets what it is, with its shape.</summary>
    public string Name { get; }

    /// <summary>Gets what runs it once.</summary>
    public Action Run { get; }

    /// <summary>Gets the multiplications and additions; 0 where they do not matter.</summary>
    public double Operations { get; init; }

    /// <summary>Gets the bytes that are read or written at least once.</summary>
    public double Bytes { get; init; }

    /// <summary>Gets whether the arithmetic is in double precision, as the peak that it is held against.</summary>
    public bool IsDouble { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in held.Reverse()) one.Dispose();
    }
}
