using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Operations;

/// <summary>A logarithm that the framework takes, and of what.</summary>
internal readonly struct Logarithm
{
    private const double Digits = 1e-6;

    private Logarithm(IOperation argument, double @base)
    {
        Argument = argument;
        Base = @base;
    }

    /// <summary>Gets what it is taken of, without casts.</summary>
    public IOperation Argument { get; }

    /// <summary>Gets the base; not a number where the code computes it.</summary>
    public double Base { get; }

    public bool IsNatural => Math.Abs(Base - Math.E) < Digits;

    /// <summary>Reads a call of Math.Log, Log2 or Log10, or of their like on MathF, double and float; null for any other.</summary>
    public static Logarithm? Of(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Log" or "Log2" or "Log10") || !call.TargetMethod.IsOfMathematics() || ArgumentOf(call, 0) is not { } argument) return null;
        var @base = call.TargetMethod.Name switch
        {
            "Log2" => 2,
            "Log10" => 10,
            _ => call.Arguments.Length == 1 ? Math.E : ArgumentOf(call, 1)?.Number() ?? double.NaN,
        };
        return new Logarithm(argument, @base);
    }

    private static IOperation? ArgumentOf(IInvocationOperation call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal) return argument.Value.WithoutCasts();
        }

        return null;
    }
}
