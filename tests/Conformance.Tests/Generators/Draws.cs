using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Tests.Generators;

/// <summary>Draws from a generator with a stated seed, and shrinks as FsCheck does.</summary>
internal static class Draws
{
    private const int FsCheckSize = 50;

    // The golden ratio in 64 bits. With a step of 1 the streams of neighbouring seeds are the same numbers, moved by a place.
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Gives the same values for the same seed.</summary>
    public static T[] From<T>(Gen<T> generator, ulong seed, int count) => [.. generator.Sample(count, new Rnd(seed, Gamma), FsCheckSize)];

    /// <summary>Takes the first smaller value that fails again until none does, and counts the values tried.</summary>
    public static (T Value, int Tried) Smallest<T>(T failing, Func<T, IEnumerable<T>> shrink, Func<T, bool> fails)
    {
        Assert.True(fails(failing), "the value to shrink does not fail.");
        var tried = 0;
        for (var found = true; found;)
        {
            found = false;
            foreach (var smaller in shrink(failing))
            {
                tried++;
                if (!fails(smaller)) continue;
                failing = smaller;
                found = true;
                break;
            }
        }

        return (failing, tried);
    }
}
