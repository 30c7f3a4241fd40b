namespace Infoscope;

/// <summary>The counter-based generator Philox4x32-10: ten rounds that turn a 128-bit counter and a 64-bit key into 128 random bits.</summary>
/// <remarks>
/// A pure function, so any place of any stream is reached without drawing the ones before. Reference: Salmon, Moraes, Dror, Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), section 3.3; the published known-answer vectors are tests.
/// </remarks>
public static class Philox4x32
{
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;

    /// <summary>Gives the four words at a counter under a key.</summary>
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var a = (ulong)MultiplierA * c0;
                var b = (ulong)MultiplierB * c2;
                (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
                k0 += WeylA;
                k1 += WeylB;
            }
        }

        return (c0, c1, c2, c3);
    }
}
