namespace Infoscope.Fixtures.CountsObserveCalls;

/// <summary>Counts calls of Observe and the rows in each.</summary>
internal sealed class CallCount
{
    public long Calls { get; private set; }

    public long Rows { get; private set; }

    public long Smallest { get; private set; } = long.MaxValue;

    public long Largest { get; private set; }

    public void Observe(in ActivationBlock block)
    {
        Calls++;
        Rows += block.Rows;
        Smallest = Math.Min(Smallest, block.Rows);
        Largest = Math.Max(Largest, block.Rows);
    }

    public void Add(CallCount other)
    {
        Calls += other.Calls;
        Rows += other.Rows;
        Smallest = Math.Min(Smallest, other.Smallest);
        Largest = Math.Max(Largest, other.Largest);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Calls);
        to.Write(Rows);
        to.Write(Smallest);
        to.Write(Largest);
    }

    public static CallCount Read(BinaryReader from) => new()
    {
        Calls = from.ReadInt64(),
        Rows = from.ReadInt64(),
        Smallest = from.ReadInt64(),
        Largest = from.ReadInt64(),
    };

    public EstimateSet Estimates() => new()
    {
        Estimates =
        [
            Estimate("observe-calls", "calls", Calls),
            Estimate("rows-observed", "rows", Rows),
            Estimate("smallest-block", "min rows", Calls == 0 ? 0 : Smallest),
            Estimate("largest-block", "max rows", Largest),
        ],
    };

    private Estimate Estimate(string id, string symbol, long count) => new()
    {
        Quantity = new Quantity { Id = id, Symbol = symbol, Name = id.Replace('-', ' '), Kind = QuantityKind.Count, Minimum = 0 },
        Value = Amount.Count(count),
        RowsUsed = Rows,
    };
}
