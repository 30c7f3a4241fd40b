using System.Globalization;
using Infoscope.Plugins.Lasso.Selection;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

/// <summary>A sequence of tokens whose last is regressed on the others, and the penalty as a part of lambda max.</summary>
public sealed record TokenProblem
{
    public const double Unit = 1.0 / (1L << 52);

    public required double[][] Tokens { get; init; }

    public required double Ratio { get; init; }

    public required ulong Seed { get; init; }

    public int Features => Tokens[0].Length;

    public int Context => Tokens.Length - 1;

    public double[] Target => Tokens[^1];

    public bool IsUsable => Tokens.Length > 1 && Target.Any(value => value != 0);

    internal LassoProblem Problem => LassoProblem.FromGram(Gram(Tokens), Tokens.Length);

    internal LassoSolution Solve() => Solve(Ratio);

    internal LassoSolution Solve(double ratio) => LassoPath.AtRatio(Problem, ratio, null, default);

    internal LassoSolution SolveAt(double lambda) => LassoSolver.Solve(Problem, lambda, null, default);

    /// <summary>Gives all inner products, row-major.</summary>
    public static double[] Gram(double[][] tokens)
    {
        var gram = new double[tokens.Length * tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var j = 0; j <= i; j++) gram[i * tokens.Length + j] = gram[j * tokens.Length + i] = Dot(tokens[i], tokens[j]);
        }

        return gram;
    }

    public static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Gives Xw.</summary>
    public double[] Fit(IReadOnlyList<double> weights)
    {
        var fit = new double[Features];
        for (var token = 0; token < Context; token++)
        {
            for (var feature = 0; feature < fit.Length; feature++) fit[feature] += weights[token] * Tokens[token][feature];
        }

        return fit;
    }

    /// <summary>Gives y - Xw.</summary>
    public double[] Residual(IReadOnlyList<double> weights) => [.. Target.Zip(Fit(weights), (y, fit) => y - fit)];

    /// <summary>Bounds what y - Xw is made of: |y| + sum |x_j| |w_j|.</summary>
    public double Reach(IReadOnlyList<double> weights) => Norm(Target) + Enumerable.Range(0, Context).Sum(token => Norm(Tokens[token]) * Math.Abs(weights[token]));

    /// <summary>Bounds the rounding of any x_j'(y - Xw): a sum of d products of terms that are sums of k, plus what the solver leaves, 8 + 2 sqrt k units of the same reach.</summary>
    public double CorrelationRounding(IReadOnlyList<double> weights) =>
        (16 + 2 * Features + 2 * Context) * Unit * Tokens[..^1].Max(Norm) * Reach(weights);

    /// <summary>Bounds the gap that is left at weights that are optimal to rounding: 1e-12 |y|^2, and |w_j| times the rounding of x_j'(y - Xw) for each token.</summary>
    public double GapBound(IReadOnlyList<double> weights) =>
        1e-12 * Dot(Target, Target) + (16 + 2 * Features + 2 * Context) * Unit * Reach(weights) * Reach(weights);

    public static double Norm(double[] values) => Math.Sqrt(Dot(values, values));

    public static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (left, right) => left - right)];

    public override string ToString()
    {
        static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        return $"{Tokens.Length} tokens of {Features} features, ratio {Text(Ratio)}, seed {Seed}, tokens [{string.Join(", ", Tokens.Select(token => $"[{string.Join(", ", token.Select(Text))}]"))}]";
    }
}
