using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Generators;

/// <summary>Generators that draw one seed and make everything else from it: as cheap for FsCheck as two numbers, however large the draw.</summary>
internal static class Streams
{
    public static Gen<T> Make<T>(string purpose, Func<RandomStream, T> make) =>
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select make(new RandomStream(((ulong)high << 31) | (uint)low, purpose));

    /// <summary>Puts values into a random order, every order as likely as any other.</summary>
    public static void Shuffle<T>(this RandomStream random, T[] values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = (int)random.NextBelow(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
