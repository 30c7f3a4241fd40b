using System.Globalization;
using System.Text;
using Infoscope.Plugins.Lasso.Reports;
using Infoscope.Plugins.Lasso.Sequences;

namespace Infoscope.Plugins.Lasso.States;

/// <summary>Writes and reads what an estimation keeps of its sequences, little-endian.</summary>
internal static class StateFormat
{
    private const string Magic = "infoscope lasso 2\n";

    /// <summary>Describes what two states must share to be put together.</summary>
    public static string IdentityOf(EstimationContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"{context.Shape.Features} features, seed {context.Seed}, items {context.Items}, ")
        + string.Join(", ", context.Options.Resolve(typeof(LassoOptions)).Select(option => $"{option.Key} {option.Value}"));

    /// <summary>Writes sequences.</summary>
    public static void Write(Stream to, string identity, IReadOnlyCollection<SequenceNumbers> sequences, SequencesLeftOut leftOut)
    {
        using var writer = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        writer.Write(Encoding.UTF8.GetBytes(Magic + identity));
        writer.Write(leftOut.TooShort);
        writer.Write(leftOut.ZeroTargets);
        writer.Write(leftOut.Tokens);
        writer.Write(sequences.Count);
        foreach (var one in sequences)
        {
            writer.Write(one.Sequence);
            writer.Write(one.Tokens);
            writer.Write(one.Dropped);
            writer.Write((int)one.Remarks);
            foreach (var value in one.Values)
            {
                Write(writer, value?.Value);
                Write(writer, value?.DrawStandardDeviation);
                Write(writer, value?.Ceiling);
            }

            writer.Write(one.Items.Count);
            foreach (var item in one.Items)
            {
                writer.Write(item.Quantity);
                writer.Write(item.Position);
                writer.Write(item.Value);
            }
        }
    }

    /// <summary>Reads what <see cref="Write(Stream, string, IReadOnlyCollection{SequenceNumbers}, SequencesLeftOut)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another estimation.</exception>
    public static (IReadOnlyList<SequenceNumbers> Sequences, SequencesLeftOut LeftOut) Read(Stream from, string identity, int measures)
    {
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        try
        {
            var begin = Encoding.UTF8.GetBytes(Magic + identity);
            if (!reader.ReadBytes(begin.Length).AsSpan().SequenceEqual(begin)) throw Refusal("it begins otherwise");
            var leftOut = new SequencesLeftOut { TooShort = Count(reader.ReadInt64()), ZeroTargets = Count(reader.ReadInt64()), Tokens = Count(reader.ReadInt64()) };
            // A count may be wrong: room is made as sequences come.
            var sequences = new List<SequenceNumbers>();
            for (var left = Count(reader.ReadInt32()); left > 0; left--)
            {
                var one = ReadOne(reader, measures);
                if (sequences.Count > 0 && one.Sequence <= sequences[^1].Sequence) throw Refusal($"sequence {one.Sequence} follows {sequences[^1].Sequence}");
                sequences.Add(one);
            }

            return (sequences, leftOut);
        }
        catch (EndOfStreamException)
        {
            throw Refusal("it ends too early");
        }
    }

    private static SequenceNumbers ReadOne(BinaryReader reader, int measures)
    {
        var (sequence, tokens, dropped) = (Count(reader.ReadInt32()), Count(reader.ReadInt32()), Count(reader.ReadInt32()));
        var remarks = (SequenceRemarks)reader.ReadInt32();
        if ((remarks & ~SequenceRemarks.All) != 0) throw Refusal($"a sequence has remarks {(int)remarks}");
        var values = new Measured?[measures];
        for (var i = 0; i < measures; i++)
        {
            var (value, spread, ceiling) = (ReadNumber(reader), ReadNumber(reader), ReadNumber(reader));
            values[i] = value is { } number ? new Measured { Value = number, DrawStandardDeviation = spread, Ceiling = ceiling } : null;
        }

        var items = new List<TokenNumber>();
        for (var left = Count(reader.ReadInt32()); left > 0; left--)
        {
            var quantity = reader.ReadInt32();
            if (quantity < 0 || quantity >= TokenNumber.Quantities.Count) throw Refusal($"a token has quantity {quantity}");
            items.Add(new TokenNumber(quantity, Count(reader.ReadInt32()), ReadNumber(reader) ?? throw Refusal("a token has no number")));
        }

        return new SequenceNumbers { Sequence = sequence, Tokens = tokens, Dropped = dropped, Values = values, Items = items, Remarks = remarks };
    }

    // No number that is kept is NaN.
    private static void Write(BinaryWriter to, double? number) => to.Write(number ?? double.NaN);

    private static double? ReadNumber(BinaryReader from) => from.ReadDouble() switch
    {
        double.NaN => null,
        var number when double.IsFinite(number) => number,
        var number => throw Refusal($"a number is {number}"),
    };

    private static int Count(int count) => count >= 0 ? count : throw Refusal($"a count is {count}");

    private static long Count(long count) => count >= 0 ? count : throw Refusal($"a count is {count}");

    private static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this lasso estimation: {reason}; restore a state that was saved with the same options and seed.");
}
