namespace Infoscope.Engine.Inputs;

/// <summary>Rows of activations that can be read block by block.</summary>
/// <remarks>The engine reads from one thread at a time.</remarks>
public interface IActivationSource
{
    /// <summary>Gets the name for messages, such as a path with a key.</summary>
    string Name { get; }

    /// <summary>Gets the number of rows.</summary>
    long Rows { get; }

    /// <summary>Gets the number of features of a row.</summary>
    int Features { get; }

    /// <summary>Gets the narrowest precision that loses nothing of the stored numbers.</summary>
    Precision NativePrecision { get; }

    /// <summary>Reads whole rows, row-major, from a row on; the length of the span says how many.</summary>
    void Read(long firstRow, Span<float> rows);

    /// <summary>Reads whole rows, row-major, from a row on; the length of the span says how many.</summary>
    void Read(long firstRow, Span<double> rows);
}
