using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Labels.Tests;

/// <summary>Small vocabularies with ids from the whole range of 64 bits, few and short sequences, orders 1 to 5, pads on the left, on the right and inside.</summary>
public static class Generators
{
    private static readonly long[] Ids = [0, 1, 2, 3, -1, -100, 1L << 32, (1L << 32) + 1, int.MaxValue, long.MaxValue, long.MaxValue - 1, long.MinValue];

    public static Arbitrary<TokenCase> Cases => Arb.From(Case, Shrink);

    private static Gen<TokenCase> Case =>
        from size in Gen.Choose(1, 4)
        from vocabulary in Gen.ArrayOf(Gen.Elements(Ids), size)
        from length in Gen.Choose(1, 12)
        from rows in Gen.Choose(1, 5)
        from sequences in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(vocabulary), length), rows)
        from order in Gen.Choose(1, 5)
        from padded in Gen.Choose(0, 3)
        from pad in Gen.Elements(0L, 7L, -100L)
        from lefts in Gen.ArrayOf(Gen.Choose(0, length), rows)
        from rights in Gen.ArrayOf(Gen.Choose(0, length), rows)
        from inside in Gen.Choose(0, length - 1)
        select padded == 0
            ? new TokenCase(sequences, order, null)
            : new TokenCase([.. sequences.Select((sequence, row) => Pad(sequence, pad, lefts[row] * (padded & 1), rights[row] * (padded >> 1), padded == 3 ? inside : -1))], order, pad);

    private static long[] Pad(long[] sequence, long pad, int left, int right, int inside) =>
        [.. sequence.Select((token, place) => place < left / 2 || place >= sequence.Length - right / 2 || place == inside ? pad : token)];

    private static IEnumerable<TokenCase> Shrink(TokenCase value)
    {
        if (value.Sequences.Length > 1)
        {
            for (var row = 0; row < value.Sequences.Length; row++)
                yield return value with { Sequences = [.. value.Sequences.Where((_, other) => other != row)] };
        }

        if (value.Length > 1)
        {
            yield return value with { Sequences = [.. value.Sequences.Select(sequence => sequence[1..])] };
            yield return value with { Sequences = [.. value.Sequences.Select(sequence => sequence[..^1])] };
        }

        if (value.Order > 1) yield return value with { Order = value.Order - 1 };
        if (value.Pad is not null) yield return value with { Pad = null };
        foreach (var token in value.Sequences.SelectMany(sequence => sequence).Distinct().Where(token => token != 0))
            yield return value with { Sequences = [.. value.Sequences.Select(sequence => sequence.Select(other => other == token ? 0 : other).ToArray())] };
    }
}
