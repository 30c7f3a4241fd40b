namespace Infoscope.Measuring;

/// <summary>Fused multiply-adds on vectors of one width and element.</summary>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Gets the number of elements of a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Makes a vector whose elements are all equal.</summary>
    static abstract TVector Create(double value);

    /// <summary>Gives a b + c.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Gives one element, so that what was computed is used.</summary>
    static abstract double First(TVector vector);
}
