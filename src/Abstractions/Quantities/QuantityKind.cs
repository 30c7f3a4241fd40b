namespace Infoscope;

/// <summary>What sort of number a quantity is.</summary>
public enum QuantityKind
{
    /// <summary>An amount of information, reported in nats.</summary>
    Information,

    /// <summary>A number without a unit, such as a share or an efficiency.</summary>
    Ratio,

    /// <summary>A number of things, not necessarily whole, such as an effective rank.</summary>
    Count,
}
