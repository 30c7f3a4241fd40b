using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace Infoscope.Conformance;

/// <summary>Where in the stream of generated cases one stands: what makes the same case again.</summary>
/// <param name="Seed">The seed of the stream.</param>
/// <param name="Gamma">The step of the stream, odd.</param>
/// <param name="Size">The size that the case was generated at.</param>
public sealed record CaseReplay(ulong Seed, ulong Gamma, int Size)
{
    /// <summary>Reads <c>SEED,GAMMA,SIZE</c>.</summary>
    /// <returns>The place, or null when the text is none.</returns>
    public static CaseReplay? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        return parts.Length == 3
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            && ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var gamma) && gamma % 2 == 1
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new(seed, gamma, size)
            : null;
    }

    /// <summary>Writes <c>SEED,GAMMA,SIZE</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seed},{Gamma},{Size}");

    // With a size FsCheck runs that one case, without one it goes on from there.
    internal FsCheck.Replay ToFsCheck(bool oneCase) => new(new Rnd(Seed, Gamma), oneCase ? FSharpOption<int>.Some(Size) : FSharpOption<int>.None);
}
