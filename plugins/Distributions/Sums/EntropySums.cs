using Infoscope.Plugins.Distributions.States;

namespace Infoscope.Plugins.Distributions.Sums;

/// <summary>What is kept of distributions over the same columns: how many, their entropies, and their sum.</summary>
internal sealed class EntropySums(int columns)
{
    private readonly double[] mass = new double[columns];

    // Squares about the mean, because those about 0 cancel where all entropies are near ln T.
    private double squares;

    /// <summary>Gets the number of columns.</summary>
    public int Columns => mass.Length;

    /// <summary>Gets the number of distributions.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the sum of their entropies in nats.</summary>
    public double EntropyNats { get; private set; }

    /// <summary>Gets the sum of ln of the number of positions that each could have taken.</summary>
    public double LogSupport { get; private set; }

    /// <summary>Gets the mean entropy in nats; there must be a row.</summary>
    public double MeanNats => EntropyNats / Rows;

    /// <summary>Gets the standard deviation of the entropies with n - 1; there must be two rows.</summary>
    public double DeviationNats => Math.Sqrt(squares / (Rows - 1));

    /// <summary>Gets the entropy of the mean distribution in nats; there must be a row.</summary>
    public double EntropyOfMeanNats
    {
        get
        {
            double nats = 0;
            foreach (var sum in mass)
            {
                var share = sum / Rows;
                if (share > 0) nats -= share * Math.Log(share);
            }

            return nats;
        }
    }

    /// <summary>Adds a distribution.</summary>
    public void Add(ReadOnlySpan<double> shares, double entropyNats, double logSupport)
    {
        var before = Rows == 0 ? entropyNats : MeanNats;
        Rows++;
        EntropyNats += entropyNats;
        squares += (entropyNats - before) * (entropyNats - MeanNats);
        LogSupport += logSupport;
        for (var column = 0; column < mass.Length; column++) mass[column] += shares[column];
    }

    /// <summary>Adds other sums over as many columns. T. Chan, G. Golub, R. LeVeque, Updating formulae for computing sample variances, 1979.</summary>
    public void Add(EntropySums other)
    {
        if (other.Rows == 0) return;
        var apart = Rows == 0 ? 0 : other.MeanNats - MeanNats;
        squares += other.squares + (apart * apart * ((double)Rows * other.Rows / (Rows + other.Rows)));
        Rows += other.Rows;
        EntropyNats += other.EntropyNats;
        LogSupport += other.LogSupport;
        for (var column = 0; column < mass.Length; column++) mass[column] += other.mass[column];
    }

    /// <summary>Writes the sums.</summary>
    public void Save(BinaryWriter to)
    {
        to.Write(Rows);
        to.Write(EntropyNats);
        to.Write(squares);
        to.Write(LogSupport);
        foreach (var sum in mass) to.Write(sum);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="from">The state.</param>
    /// <param name="columns">The number of columns; where it is wrong, room is taken for no more of them than the state has.</param>
    /// <param name="rows">The number of rows that there must be.</param>
    /// <exception cref="InvalidDataException">No rows have such sums.</exception>
    public static EntropySums Read(BinaryReader from, int columns, long rows)
    {
        var most = Math.Log(columns);
        var found = StateFormat.ReadCount(from);
        if (found != rows) throw StateFormat.Refusal($"{found} rows stand where {rows} must");
        var (entropyNats, squares, logSupport) = (StateFormat.ReadSum(from, rows * most), StateFormat.ReadSum(from, rows * most * most), StateFormat.ReadSum(from, rows * most));
        var mass = new List<double>();
        while (mass.Count < columns) mass.Add(StateFormat.ReadSum(from, rows));
        var all = mass.Sum();
        if (Math.Abs(all - rows) > StateFormat.Rounding * rows) throw StateFormat.Refusal($"{rows} distributions sum to {all}");
        var sums = new EntropySums(columns) { Rows = rows, EntropyNats = entropyNats, squares = squares, LogSupport = logSupport };
        mass.CopyTo(sums.mass);
        return sums;
    }
}
