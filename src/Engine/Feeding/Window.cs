using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>A stretch of rows read from the source, shared by all feeds while it is processed.</summary>
internal sealed class Window(IActivationSource activations, IActivationSource? reference, bool single, bool doubles)
{
    /// <summary>Gets the first row.</summary>
    public long First { get; private set; }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets the rows.</summary>
    public WindowRows Activations { get; } = new(activations, single, doubles);

    /// <summary>Gets the rows of the reference; null when there is none.</summary>
    public WindowRows? Reference { get; } = reference is null ? null : new(reference, single, doubles);

    /// <summary>Gets the used rows, in order, cut where the fold changes.</summary>
    public List<Stretch> Stretches { get; } = [];

    /// <summary>Gets the bytes of a row, its reference included.</summary>
    public long BytesPerRow => Activations.BytesPerRow + (Reference?.BytesPerRow ?? 0);

    /// <summary>Reads rows.</summary>
    public void Read(long first, int rows)
    {
        (First, Rows) = (first, rows);
        Activations.Read(first, rows);
        Reference?.Read(first, rows);
    }
}
