using System.Numerics;

namespace Infoscope.Compute;

/// <summary>What a kernel pairs: some lines of the left-hand side, wherever they lie, and one packed panel of the right-hand side.</summary>
/// <remarks>Nothing is checked here: whoever makes it sees to it that all of it lies in one buffer each.</remarks>
/// <param name="left">The first element of the first line.</param>
/// <param name="lineStep">The distance from one line to the next, in bytes.</param>
/// <param name="elementStep">The distance from one element of a line to the next, in bytes.</param>
/// <param name="right">The first element of the panel.</param>
/// <param name="length">The number of terms.</param>
internal readonly ref struct Panels<T>(ref readonly T left, nint lineStep, nint elementStep, ref readonly T right, int length)
    where T : unmanaged, INumberBase<T>
{
    public readonly ref readonly T Left = ref left;
    public readonly ref readonly T Right = ref right;
    public readonly nint LineStep = lineStep;
    public readonly nint ElementStep = elementStep;
    public readonly int Length = length;
}
