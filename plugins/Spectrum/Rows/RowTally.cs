namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>What became of rows, and how large they were.</summary>
internal sealed class RowTally
{
    /// <summary>Gets the number of rows left out for want of a direction.</summary>
    public long Zero { get; private set; }

    /// <summary>Gets the number of rows left out because they are not finite, or overflow when they are centred.</summary>
    public long NonFinite { get; private set; }

    /// <summary>Gets the largest magnitude in a row that was used.</summary>
    public double Magnitude { get; private set; }

    /// <summary>Gets the number of rows left out.</summary>
    public long Dropped => Zero + NonFinite;

    /// <summary>Counts a row.</summary>
    public void Count(RowFate fate, double magnitude)
    {
        if (fate == RowFate.Zero) Zero++;
        else if (fate == RowFate.NonFinite) NonFinite++;
        else Magnitude = Math.Max(Magnitude, magnitude);
    }

    /// <summary>Adds another tally.</summary>
    public void Add(RowTally other)
    {
        Zero += other.Zero;
        NonFinite += other.NonFinite;
        Magnitude = Math.Max(Magnitude, other.Magnitude);
    }

    /// <summary>Says how many rows were left out, and why; null for none.</summary>
    public string? Note(SpectrumOptions options)
    {
        if (Dropped == 0) return null;
        var where = options.Centre ? " after centring" : "";
        return $"{Zero} zero row{(Zero == 1 ? "" : "s")}{where} and {NonFinite} row{(NonFinite == 1 ? "" : "s")} that {(NonFinite == 1 ? "is" : "are")} not finite{where} were left out";
    }

    /// <summary>Takes up saved counts.</summary>
    public void Restore(long zero, long nonFinite, double magnitude) => (Zero, NonFinite, Magnitude) = (zero, nonFinite, magnitude);
}
