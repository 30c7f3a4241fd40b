using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>A law of the vocabulary as a property that can be tested on samples.</summary>
/// <remarks>Has no state; safe for any number of threads.</remarks>
internal abstract class LawProperty
{
    /// <summary>Gets the law.</summary>
    public abstract Law Law { get; }

    /// <summary>Gets what the law says, one sentence with its formula.</summary>
    public abstract string Statement { get; }

    /// <summary>Gets the samples it is tested on.</summary>
    public virtual Arbitrary<Sample> Samples => SampleGenerators.Any;

    /// <summary>Gets whether the law is about averages over data sets, and so never exact on one.</summary>
    public virtual bool IsAboutAverages => false;

    /// <summary>Gets whether the law is made of equations alone; a bound cannot hold in distribution.</summary>
    public virtual bool IsEquation => false;

    /// <summary>Gets the most samples that it is worth testing on.</summary>
    public virtual int MostCases => int.MaxValue;

    /// <summary>Gets whether it must be tested while nothing else runs.</summary>
    public virtual bool RunsAlone => false;

    /// <summary>Gives data sets of one size and kind, for what holds on average or in the limit.</summary>
    /// <param name="times">How many times the smallest size.</param>
    public virtual Gen<Sample> Population(int times) => SampleGenerators.Population(60 * times, 4, 3);

    /// <summary>Tells whether the law is about a quantity without being named for it; every quantity by default.</summary>
    public virtual bool SpeaksOf(string quantity) => true;

    /// <summary>Tells why the law cannot be tested on an estimator at all; null when it can.</summary>
    public virtual string? WhyNotApplicable(Subject subject, InputRequirements needs) => null;

    /// <summary>Tells whether rows of a kind are still of that kind after what the law does to them.</summary>
    public virtual bool Keeps(RowKind kind) => true;

    /// <summary>Gets what it may be that is missing when no case says anything of the law.</summary>
    public virtual string WhySilent => "no case had anything to say about it";

    /// <summary>Makes the comparisons of the law on one sample; none when the sample has nothing to say.</summary>
    /// <exception cref="RefusedException">The estimator refused an input.</exception>
    /// <exception cref="FaultException">The estimator broke the contract.</exception>
    public abstract IEnumerable<Deviation> Deviations(Experiment experiment);
}
