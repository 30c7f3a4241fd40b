namespace Infoscope.Engine.States;

/// <summary>An array that an option named, so that the file need not be there any more.</summary>
public sealed record SavedArray
{
    /// <summary>Gets the shape.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Gets the numbers when they are whole.</summary>
    public IReadOnlyList<long>? Integers { get; init; }

    /// <summary>Gets the numbers when they are real.</summary>
    public IReadOnlyList<double>? Reals { get; init; }

    /// <summary>Keeps an array.</summary>
    public static SavedArray Of(NumericArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.IsInteger
            ? new SavedArray { Shape = array.Shape, Integers = array.Integers.ToArray() }
            : new SavedArray { Shape = array.Shape, Reals = array.ToReals() };
    }

    /// <summary>Gives the array back.</summary>
    public NumericArray Open(string source) => Integers is not null ? new NumericArray(source, Shape, [.. Integers]) : new NumericArray(source, Shape, [.. Reals ?? []]);
}
