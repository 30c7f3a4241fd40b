namespace Infoscope.Engine.States;

/// <summary>The state of one fold in one pass, and where it lies in the file.</summary>
internal sealed record SavedPart(int Pass, int Fold, long Rows, double Seconds, long Offset, long Length);
