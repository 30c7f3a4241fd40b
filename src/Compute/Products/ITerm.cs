using System.Numerics;

namespace Infoscope.Compute;

/// <summary>What a sum over pairs of elements adds up, and what becomes of the sum; a struct, so that each kernel is compiled for it.</summary>
/// <remarks>The term of x and y has the bits of that of y and x.</remarks>
internal interface ITerm
{
    /// <summary>Adds the terms of some pairs to their sums.</summary>
    void Add<TLanes, T>(ref TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>;

    /// <summary>Turns complete sums into results in place.</summary>
    void Finish(Span<double> sums);
}
