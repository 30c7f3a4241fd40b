using Infoscope.Plugins.Spectrum.Reports;
using Infoscope.Plugins.Spectrum.Spectra;
using Infoscope.Plugins.Spectrum.States;

namespace Infoscope.Plugins.Spectrum.Sequences;

/// <summary>The numbers of several spectra, added up.</summary>
internal sealed class SequenceSums(IReadOnlyList<Quantity> quantities, IReadOnlyList<Quantity> isotropic)
{
    private readonly double[] values = new double[quantities.Count], floors = new double[quantities.Count], ceilings = new double[quantities.Count];
    private readonly double[] isotropicMeans = new double[isotropic.Count], isotropicVariances = new double[isotropic.Count];

    /// <summary>Gets the number of sequences.</summary>
    public long Sequences { get; private set; }

    /// <summary>Gets the number of their rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the number of sequences of a rank below the smaller of rows and features.</summary>
    public long RankDeficient { get; private set; }

    /// <summary>Gets the number of sequences whose coding rates drown in rounding.</summary>
    public long Unresolved { get; private set; }

    /// <summary>Gets the number of sequences without a row that can be used.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Counts a sequence without a row that can be used.</summary>
    public void LeaveOut() => LeftOut++;

    /// <summary>Adds the numbers of a sequence, one for each quantity, and those of isotropic rows.</summary>
    public void Add(Measure[] measures, (double Mean, double Deviation)[] ofIsotropic, RowSpectrum spectrum, double eps)
    {
        for (var i = 0; i < ofIsotropic.Length; i++)
        {
            isotropicMeans[i] += ofIsotropic[i].Mean;
            isotropicVariances[i] += ofIsotropic[i].Deviation * ofIsotropic[i].Deviation;
        }

        for (var i = 0; i < measures.Length; i++)
        {
            values[i] += measures[i].Value;
            floors[i] += measures[i].Floor;
            ceilings[i] += measures[i].Ceiling;
        }

        Sequences++;
        Rows += spectrum.Rows;
        if (spectrum.Rank < spectrum.LargestRank) RankDeficient++;
        if (!spectrum.ResolvesRate(eps)) Unresolved++;
    }

    /// <summary>Adds other sums.</summary>
    public void Add(SequenceSums other)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] += other.values[i];
            floors[i] += other.floors[i];
            ceilings[i] += other.ceilings[i];
        }

        for (var i = 0; i < isotropicMeans.Length; i++)
        {
            isotropicMeans[i] += other.isotropicMeans[i];
            isotropicVariances[i] += other.isotropicVariances[i];
        }

        Sequences += other.Sequences;
        Rows += other.Rows;
        RankDeficient += other.RankDeficient;
        Unresolved += other.Unresolved;
        LeftOut += other.LeftOut;
    }

    /// <summary>Gives the means over sequences, there must be one; of coding rates only if all have one.</summary>
    public IEnumerable<Measure> Means() => quantities
        .Select((quantity, i) => new Measure(quantity, values[i] / Sequences, floors[i] / Sequences, ceilings[i] / Sequences))
        .Where(measure => Unresolved == 0 || !measure.IsOfRate);

    /// <summary>Gives the means of isotropic rows over sequences, there must be one, and the standard deviations of such means.</summary>
    public IEnumerable<(Quantity Quantity, (double Mean, double Deviation) Measure)> IsotropicMeans() => Unresolved > 0
        ? []
        : isotropic.Select((quantity, i) => (quantity, (isotropicMeans[i] / Sequences, Math.Sqrt(isotropicVariances[i]) / Sequences)));

    /// <summary>Writes the sums.</summary>
    public void Write(BinaryWriter to)
    {
        to.Write(Sequences);
        to.Write(Rows);
        to.Write(RankDeficient);
        to.Write(Unresolved);
        to.Write(LeftOut);
        SpectrumState.Write(to, values);
        SpectrumState.Write(to, floors);
        // No ceiling is the same for all sequences, and no number.
        foreach (var ceiling in ceilings) to.Write(double.IsInfinity(ceiling) ? 0 : ceiling);
        SpectrumState.Write(to, isotropicMeans);
        SpectrumState.Write(to, isotropicVariances);
    }

    /// <summary>Reads the sums; these must be those of no sequence.</summary>
    /// <exception cref="InvalidDataException">The stream holds none.</exception>
    public void Read(BinaryReader from)
    {
        (Sequences, Rows) = (SpectrumState.ReadCount(from), SpectrumState.ReadCount(from));
        if (Rows < Sequences) throw SpectrumState.Refusal($"{Sequences} sequences have {Rows} rows");
        (RankDeficient, Unresolved, LeftOut) = (SpectrumState.ReadCount(from, Sequences), SpectrumState.ReadCount(from, Sequences), SpectrumState.ReadCount(from));
        foreach (var sums in new[] { values, floors, ceilings, isotropicMeans, isotropicVariances })
        {
            for (var i = 0; i < sums.Length; i++) sums[i] = SpectrumState.ReadNumber(from);
        }

        if (isotropicVariances.Any(variance => variance < 0)) throw SpectrumState.Refusal("a variance is negative");
        if (Sequences == 0) return;
        for (var i = 0; i < ceilings.Length; i++)
        {
            if (quantities[i] == SpectrumQuantities.ConditionNumber) ceilings[i] = double.PositiveInfinity;
        }
    }
}
