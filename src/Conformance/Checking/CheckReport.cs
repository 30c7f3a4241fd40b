namespace Infoscope.Conformance;

/// <summary>What came of testing one law for the quantities and configurations that an estimator says the same of.</summary>
public sealed record CheckReport
{
    /// <summary>Gets the law.</summary>
    public required Law Law { get; init; }

    /// <summary>Gets what the law says, one sentence with its formula.</summary>
    public string Statement { get; init; } = "";

    /// <summary>Gets the quantities it was tested for; empty for a law about the whole.</summary>
    public required IReadOnlyList<string> Quantities { get; init; }

    /// <summary>Gets the options of each configuration it was tested under, as <see cref="Configuration.Text"/>; none for a law that cannot be tested.</summary>
    public IReadOnlyList<string> Configurations { get; init; } = [];

    /// <summary>Gets what the estimator says of the law.</summary>
    public required Stance Stance { get; init; }

    /// <summary>Gets the sense in which it was tested.</summary>
    public required Exactness Exactness { get; init; }

    /// <summary>Gets what came of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Gets the number of cases that ran, those that were refused not among them.</summary>
    public int Ran { get; init; }

    /// <summary>Gets the number of cases that the estimator refused, as it may.</summary>
    public int Refused { get; init; }

    /// <summary>Gets what there is to say: how it was falsified, why it is not applicable, why it is disclaimed.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Gets the smallest case that falsifies the law; null when there is none.</summary>
    public TestCase? Counterexample { get; init; }

    /// <summary>Gets what makes the counterexample again; null when there is none.</summary>
    public CaseReplay? Replay { get; init; }
}
