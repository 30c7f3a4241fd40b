namespace Infoscope.Compute;

/// <summary>An opaque matrix on a device; whoever got it from an operation disposes it.</summary>
/// <remarks>Logically row-major. It belongs to the session that made it and cannot cross to another or to another thread.</remarks>
public abstract class Matrix : IDisposable
{
    /// <summary>Makes a matrix of a session.</summary>
    protected Matrix(ComputeSession owner, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Owner = owner;
        Rows = rows;
        Columns = columns;
        owner.Register(this);
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of columns.</summary>
    public int Columns { get; }

    /// <summary>Gets whether the matrix was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Gets the session that made the matrix.</summary>
    internal ComputeSession Owner { get; }

    /// <summary>Frees the matrix; a second call does nothing.</summary>
    public void Dispose()
    {
        if (IsDisposed) return;
        IsDisposed = true;
        Owner.Unregister(this);
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the provider holds.</summary>
    protected abstract void Free();
}
