using System.Globalization;

namespace Infoscope;

/// <summary>An amount of information, held in nats.</summary>
/// <remarks>
/// Any real number: estimates of information may be negative (a bias correction, a differential entropy) and are never clamped.
/// Equality is equality of the number of nats. The default value is zero. Immutable and safe for any number of threads.
/// </remarks>
public readonly struct Information : IEquatable<Information>, IComparable<Information>
{
    // ln 2 to the last bit of a double; the only place where the two units meet.
    private const double NatsPerBit = 0.693147180559945309417232121458;

    private Information(double nats) => Nats = nats;

    /// <summary>Gets no information.</summary>
    public static Information Zero => default;

    /// <summary>Gets the number of nats.</summary>
    public double Nats { get; }

    /// <summary>Gets the number of bits, the nats divided by ln 2.</summary>
    public double Bits => Nats / NatsPerBit;

    /// <summary>Gets whether the amount is neither infinite nor not-a-number.</summary>
    public bool IsFinite => double.IsFinite(Nats);

    /// <summary>Makes an amount from a number of nats.</summary>
    public static Information FromNats(double nats) => new(nats);

    /// <summary>Makes an amount from a number of bits.</summary>
    public static Information FromBits(double bits) => new(bits * NatsPerBit);

    /// <summary>Gives the entropy of <paramref name="count"/> equally likely outcomes, ln count.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Information OfUniform(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(Math.Log(count));
    }

    /// <summary>Gives the smaller of two amounts.</summary>
    public static Information Min(Information left, Information right) => new(Math.Min(left.Nats, right.Nats));

    /// <summary>Gives the larger of two amounts.</summary>
    public static Information Max(Information left, Information right) => new(Math.Max(left.Nats, right.Nats));

    /// <summary>Adds two amounts.</summary>
    public static Information operator +(Information left, Information right) => new(left.Nats + right.Nats);

    /// <summary>Subtracts one amount from another.</summary>
    public static Information operator -(Information left, Information right) => new(left.Nats - right.Nats);

    /// <summary>Changes the sign of an amount.</summary>
    public static Information operator -(Information value) => new(-value.Nats);

    /// <summary>Scales an amount.</summary>
    public static Information operator *(double factor, Information value) => new(factor * value.Nats);

    /// <summary>Scales an amount.</summary>
    public static Information operator *(Information value, double factor) => new(value.Nats * factor);

    /// <summary>Divides an amount by a number.</summary>
    public static Information operator /(Information value, double divisor) => new(value.Nats / divisor);

    /// <summary>Gives the ratio of two amounts, a number without a unit.</summary>
    public static double operator /(Information left, Information right) => left.Nats / right.Nats;

    /// <summary>Compares two amounts.</summary>
    public static bool operator <(Information left, Information right) => left.Nats < right.Nats;

    /// <summary>Compares two amounts.</summary>
    public static bool operator >(Information left, Information right) => left.Nats > right.Nats;

    /// <summary>Compares two amounts.</summary>
    public static bool operator <=(Information left, Information right) => left.Nats <= right.Nats;

    /// <summary>Compares two amounts.</summary>
    public static bool operator >=(Information left, Information right) => left.Nats >= right.Nats;

    /// <summary>Tells whether two amounts are the same number of nats.</summary>
    public static bool operator ==(Information left, Information right) => left.Equals(right);

    /// <summary>Tells whether two amounts differ.</summary>
    public static bool operator !=(Information left, Information right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Information other) => Nats.Equals(other.Nats);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Information other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Nats.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Information other) => Nats.CompareTo(other.Nats);

    /// <summary>Writes the amount with its unit, such as <c>0.693147 nats</c>.</summary>
    public override string ToString() => Nats.ToString("G6", CultureInfo.InvariantCulture) + " nats";
}
