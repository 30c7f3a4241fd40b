using System.Numerics;

namespace Infoscope.Compute;

/// <summary>A vector register of one width, or a scalar where there is none; a struct, so that each kernel is compiled for it.</summary>
/// <remarks>All widths do the same arithmetic to each lane, so no bit of a result depends on which of them the processor has.</remarks>
internal interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Gets the number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Reads as many neighbours as there are lanes.</summary>
    static abstract TSelf Load(ref readonly T first);

    /// <summary>Puts one number into every lane.</summary>
    static abstract TSelf Broadcast(T number);

    /// <summary>Adds x y to a sum, rounding once.</summary>
    /// <remarks>The sum is changed in place, which keeps it in its register: returned, the compiler moves it through another one.</remarks>
    static abstract void MultiplyAdd(ref TSelf sum, TSelf x, TSelf y);

    static abstract TSelf Subtract(TSelf x, TSelf y);

    static abstract TSelf Multiply(TSelf x, TSelf y);

    /// <summary>Gives what a stretch of terms is added to: in double the sums so far, in single zeros.</summary>
    static abstract TSelf Begin(ref readonly double sums);

    /// <summary>Takes the sums of a stretch over: in double they are the sums so far, in single they are widened and added to them.</summary>
    static abstract void End(TSelf stretch, ref double sums);
}
