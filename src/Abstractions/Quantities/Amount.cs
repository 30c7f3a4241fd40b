using System.Globalization;

namespace Infoscope;

/// <summary>The value of a quantity: an amount of information, a ratio or a count.</summary>
/// <remarks>The default value is zero information. Immutable and safe for any number of threads.</remarks>
public readonly struct Amount : IEquatable<Amount>
{
    private Amount(QuantityKind kind, double number)
    {
        Kind = kind;
        Number = number;
    }

    /// <summary>Gets what sort of number this is.</summary>
    public QuantityKind Kind { get; }

    /// <summary>Gets the number in the unit of <see cref="Kind"/>: nats for information.</summary>
    public double Number { get; }

    /// <summary>Gets the amount of information.</summary>
    /// <exception cref="InvalidOperationException">The amount is a ratio or a count.</exception>
    public Information Information => Kind == QuantityKind.Information
        ? Information.FromNats(Number)
        : throw new InvalidOperationException($"{this} is a {Kind.ToString().ToLowerInvariant()}, not an amount of information.");

    /// <summary>Makes a ratio.</summary>
    public static Amount Ratio(double number) => new(QuantityKind.Ratio, number);

    /// <summary>Makes a count.</summary>
    public static Amount Count(double number) => new(QuantityKind.Count, number);

    /// <summary>Makes an amount of <paramref name="kind"/> from a number in that kind's unit.</summary>
    public static Amount Of(QuantityKind kind, double number) => new(kind, number);

    /// <summary>Takes an amount of information as the value of a quantity.</summary>
    public static implicit operator Amount(Information information) => new(QuantityKind.Information, information.Nats);

    /// <summary>Tells whether two amounts have the same kind and number.</summary>
    public static bool operator ==(Amount left, Amount right) => left.Equals(right);

    /// <summary>Tells whether two amounts differ.</summary>
    public static bool operator !=(Amount left, Amount right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Amount other) => Kind == other.Kind && Number.Equals(other.Number);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Amount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Number);

    /// <summary>Writes the number with the unit of its kind.</summary>
    public override string ToString() => Kind == QuantityKind.Information
        ? Information.FromNats(Number).ToString()
        : Number.ToString("G6", CultureInfo.InvariantCulture);
}
