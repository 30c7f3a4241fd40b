using System.Numerics;

namespace Infoscope.Compute;

/// <summary>What a sum over pairs of elements adds up; a struct, so that each kernel is compiled for it.</summary>
internal interface ITerm
{
    /// <summary>Adds the terms of some pairs to their sums.</summary>
    TLanes Add<TLanes, T>(TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>;
}
