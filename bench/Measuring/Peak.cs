namespace Infoscope.Measuring;

/// <summary>Operations per second.</summary>
/// <param name="Sustained">The mean over the time that was measured: less where other programs take part of it.</param>
/// <param name="Best">What the cores can do: the sum of the best moments of each thread, each too short for another program to come between.</param>
public readonly record struct Peak(double Sustained, double Best);
