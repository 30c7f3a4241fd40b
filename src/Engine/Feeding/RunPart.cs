namespace Infoscope.Engine.Feeding;

/// <summary>The estimation of one fold, or of everything as fold -1.</summary>
internal sealed record RunPart(int Fold, RunningEstimation Estimation);
