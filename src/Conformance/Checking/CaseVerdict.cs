namespace Infoscope.Conformance;

/// <summary>What one case says of a law.</summary>
/// <param name="Kind">Whether it holds.</param>
/// <param name="Sentence">How it is falsified, or why it was refused.</param>
/// <param name="Quantity">The quantity that falsifies it; empty for the whole.</param>
internal readonly record struct CaseVerdict(CaseVerdictKind Kind, string Sentence = "", string Quantity = "")
{
    /// <summary>Gets whether the case is a counterexample.</summary>
    public bool IsBroken => Kind is CaseVerdictKind.Falsified or CaseVerdictKind.Fault;

    /// <summary>Gets whether the case says anything of the law.</summary>
    public bool SaysSomething => IsBroken || Kind is CaseVerdictKind.Holds or CaseVerdictKind.Rounds;
}
