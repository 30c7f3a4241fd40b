namespace Infoscope.Analyzers.Tests;

/// <summary>Frames around the few lines that a case is about.</summary>
internal static class Snippets
{
    /// <summary>Puts statements into a method of a class that uses the contract's namespace.</summary>
    public static string InMethod(string statements) => $$"""
        using Infoscope;

        internal static class Sample
        {
            public static double Of(double x, double[] values, EstimationContext context)
            {
                {{statements}}
            }
        }
        """;
}
