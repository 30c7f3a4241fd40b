namespace Infoscope.Engine.States;

/// <summary>A pass over the rows: whether it fed the real label sets, and which of the permuted ones in their order.</summary>
internal sealed record SavedPass(bool HasReal, int FirstNull, int NullCount);
