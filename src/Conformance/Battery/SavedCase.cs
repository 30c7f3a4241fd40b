namespace Infoscope.Conformance;

/// <summary>A case that falsified a law once, and is tried first from then on.</summary>
/// <param name="Law">The law.</param>
/// <param name="Case">The case.</param>
public sealed record SavedCase(Law Law, TestCase Case);
