namespace Infoscope.Compute;

/// <summary>Eight numbers that are worked on at once; a struct for each width of the processor's vectors, so that kernels are compiled for it.</summary>
/// <remarks>Eight in every width, and every product that is added is fused: so a kernel has the same bits on every processor.</remarks>
internal interface IWide<T>
    where T : struct, IWide<T>
{
    /// <summary>How many numbers there are.</summary>
    const int Count = 8;

    static abstract T Create(double number);

    static abstract T Load(ref readonly double first, nint offset);

    /// <summary>Gives x y + sum, rounded once.</summary>
    static abstract T MultiplyAdd(T x, T y, T sum);

    void Store(ref double first, nint offset);

    /// <summary>Adds the numbers up: those four apart first, then those two apart, then the last two.</summary>
    double Sum();
}
