namespace Infoscope.Conformance;

/// <summary>What testing a law gave before anybody asks what was claimed.</summary>
internal sealed record Tally
{
    /// <summary>Gets the number of cases that said something.</summary>
    public int Ran { get; init; }

    /// <summary>Gets the number of cases that the estimator refused.</summary>
    public int Refused { get; init; }

    /// <summary>Gets how the law was falsified; null when it was not.</summary>
    public string? Falsified { get; init; }

    /// <summary>Gets the quantity that falsified it; empty for the whole, or when it was not.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>Gets whether it was falsified by what no estimator may do, whatever it claims.</summary>
    public bool IsFault { get; init; }

    /// <summary>Gets the smallest case that falsifies it; null when there is none, as for what holds on average.</summary>
    public TestCase? Counterexample { get; init; }

    /// <summary>Gets what makes the counterexample again.</summary>
    public CaseReplay? Replay { get; init; }

    /// <summary>Gets the reason of a refusal, to say why nothing ran.</summary>
    public string RefusalSentence { get; init; } = "";
}
