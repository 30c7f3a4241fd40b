namespace Infoscope.RuleCost;

/// <summary>What one run took: on the clock, and on all processors together, which other programs on the machine disturb less.</summary>
internal readonly record struct Cost(double WallSeconds, double ProcessorSeconds);
