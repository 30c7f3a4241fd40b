using System.Collections.Concurrent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>One law, for the quantities and configurations that an estimator says the same of.</summary>
internal sealed class Check
{
    // Sums of at most a few hundred terms differ by their order by less than 1e-13 relative; the rest is room for conditioning.
    private const double DoubleTolerance = 1e-10;
    private const double SingleTolerance = 1e-4;

    // What rounding does to a number is seen on copies of the sample whose values are off by a rounding; it is taken to be at most so many times what is seen.
    // A value on the edge of a cell crosses it in half of the copies, so it takes some to see that.
    private const int JitteredCopies = 16;
    private const double RoundingFactor = 8;

    private readonly Subject subject;
    private readonly Dictionary<Configuration, Trial> trials;
    private readonly Dictionary<Configuration, IReadOnlySet<string>> quantities;
    private readonly ConcurrentDictionary<string, bool> seen = [];

    public Check(Subject subject, LawProperty property, Standing standing, IReadOnlyDictionary<Configuration, Trial> trials, IReadOnlyDictionary<Configuration, IReadOnlySet<string>> quantities)
    {
        this.subject = subject;
        this.trials = new(trials);
        this.quantities = new(quantities);
        Property = property;
        Standing = standing;
        Configurations = [.. quantities.Keys];
    }

    /// <summary>Gets the law.</summary>
    public LawProperty Property { get; }

    /// <summary>Gets what the estimator says of it.</summary>
    public Standing Standing { get; }

    /// <summary>Gets the configurations it is tested under, at least one.</summary>
    public IReadOnlyList<Configuration> Configurations { get; }

    /// <summary>Gets the quantities it is tested for, in the order in which the estimator declares them; none for a law that every estimator owes as a whole.</summary>
    public IReadOnlyList<string> Quantities => ClaimTable.Required.Contains(Property.Law) ? [] : [.. subject.Quantities.Where(quantity => quantities.Values.Any(some => some.Contains(quantity)))];

    /// <summary>Gets the quantities that no case so far said anything of.</summary>
    public IReadOnlyList<string> Unseen => [.. Quantities.Where(quantity => !seen.ContainsKey(quantity))];

    /// <summary>Tests the law on one case.</summary>
    public CaseVerdict Test(TestCase one)
    {
        try
        {
            var experiment = ExperimentOn(one);
            var deviations = Deviations(one.Configuration, experiment);
            if (deviations.Length == 0) return new(CaseVerdictKind.Silent);
            var tolerance = ToleranceOf(one);
            var kind = CaseVerdictKind.Holds;
            for (var i = 0; i < deviations.Length; i++)
            {
                if (!deviations[i].IsBroken(tolerance)) continue;
                if (!MayBeRounding(one, deviations[i], tolerance)) return new(CaseVerdictKind.Falsified, deviations[i].Sentence(), deviations[i].Quantity);
                kind = CaseVerdictKind.Rounds;
            }

            return new(kind);
        }
        catch (RefusedException refusal)
        {
            return new(CaseVerdictKind.Refused, refusal.Message);
        }
        catch (FaultException fault)
        {
            return new(CaseVerdictKind.Fault, fault.Message);
        }
    }

    /// <summary>Gives the comparisons that the law makes on a sample, as far as they are about the quantities of this check.</summary>
    public Deviation[] Deviations(Configuration configuration, Experiment experiment)
    {
        var about = quantities[configuration];
        Deviation[] deviations = [.. Property.Deviations(experiment).Where(deviation => deviation.Quantity.Length == 0 || about.Contains(deviation.Quantity))];
        foreach (var deviation in deviations) seen.TryAdd(deviation.Quantity, true);
        return deviations;
    }

    /// <summary>Gets the samples it is tested on; values that single precision cannot hold are none for an estimator that asks for it.</summary>
    public FsCheck.Arbitrary<Sample> Samples => Property.Samples == SampleGenerators.Any && trials.Values.Any(trial => trial.Precision == Precision.Single) ? SampleGenerators.Moderate : Property.Samples;

    /// <summary>Gets the kind of rows that a configuration takes.</summary>
    public RowKind RowKindOf(Configuration configuration) => trials[configuration].Needs.RowKind;

    /// <summary>Gives what two equal numbers of a case may differ by, relative to their size.</summary>
    public double ToleranceOf(TestCase one) => PrecisionOf(one) == Precision.Single ? SingleTolerance : DoubleTolerance;

    /// <summary>Makes the experiment of a case.</summary>
    public Experiment ExperimentOn(TestCase one) => new(subject, one.Configuration, trials[one.Configuration], one.Sample);

    private Precision PrecisionOf(TestCase one) => trials[one.Configuration].Precision;

    // A number that is there or not by a rounding alone, such as that of a row at the very mean, is found on the copies as well.
    private bool MayBeRounding(TestCase one, Deviation deviation, double tolerance)
    {
        // What holds or does not, holds or does not to the bit.
        if (deviation.Text is not null) return false;
        var moved = 0.0;
        for (var copy = 0; copy < JitteredCopies; copy++)
        {
            var others = Deviations(one.Configuration, ExperimentOn(one with { Sample = Jitter.Of(one.Sample, copy, PrecisionOf(one)) }));
            var same = others.Where(other => other.Quantity == deviation.Quantity && other.LeftName == deviation.LeftName && other.RightName == deviation.RightName && double.IsFinite(other.Amount)).ToArray();
            if (!double.IsFinite(deviation.Amount) && same.Length > 0) return true;
            if (same.Length > 0) moved = Math.Max(moved, Math.Abs(same[0].Amount - deviation.Amount));
            if (Math.Abs(deviation.Amount) <= (tolerance * deviation.Size) + (RoundingFactor * moved)) return true;
        }

        return false;
    }
}
