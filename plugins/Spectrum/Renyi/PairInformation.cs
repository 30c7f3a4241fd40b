namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>The entropies of rows, of a reference row for row, and of both, in nats.</summary>
internal sealed record PairInformation
{
    /// <summary>Gets S(A).</summary>
    public required double RowsNats { get; init; }

    /// <summary>Gets S(B).</summary>
    public required double ReferenceNats { get; init; }

    /// <summary>Gets S(A o B / tr(A o B)), at least as large as either.</summary>
    public required double JointNats { get; init; }

    /// <summary>Gets S(A,B) - S(B).</summary>
    public double ConditionalNats => JointNats - ReferenceNats;

    /// <summary>Gets S(A) + S(B) - S(A,B).</summary>
    public double Nats => RowsNats + ReferenceNats - JointNats;

    /// <summary>Gets the least upper bound of the information that the two entropies give.</summary>
    public double CeilingNats => Math.Min(RowsNats, ReferenceNats);
}
