namespace Infoscope.Conformance;

/// <summary>What one case says of a law.</summary>
/// <param name="Kind">Whether it holds.</param>
/// <param name="Sentence">How it is falsified.</param>
internal readonly record struct CaseVerdict(CaseVerdictKind Kind, string Sentence = "");
