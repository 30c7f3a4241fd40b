namespace Infoscope.Conformance;

/// <summary>The estimator refused an input by one of the contract's exceptions, as it may; the case says nothing about a law.</summary>
internal sealed class RefusedException(string sentence) : Exception(sentence);
