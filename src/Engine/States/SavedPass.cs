namespace Infoscope.Engine.States;

/// <summary>A pass over the rows: whether it fed the real label sets, whether what came of the permuted ones is kept, and which of these it fed in their order.</summary>
internal sealed record SavedPass(bool HasReal, bool KeepsNulls, int FirstNull, int NullCount);
