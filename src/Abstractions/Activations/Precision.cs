namespace Infoscope;

/// <summary>The width of the floating-point numbers that rows are given in and computed with.</summary>
public enum Precision
{
    /// <summary>32 bits; sums are still taken in 64.</summary>
    Single,

    /// <summary>64 bits.</summary>
    Double,
}
