namespace Infoscope.Conformance;

/// <summary>The estimator did what no estimator may: an exception that is not of the contract, or estimates that cannot be. Holds text alone, so that no plugin's type is kept.</summary>
internal sealed class FaultException(string sentence) : Exception(sentence);
