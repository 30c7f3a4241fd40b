namespace Infoscope.Plugins.Lasso;

/// <summary>What options must be beyond their ranges.</summary>
internal static class OptionChecks
{
    /// <summary>Checks options.</summary>
    /// <exception cref="OptionException">They contradict one another, or one is outside its open range.</exception>
    public static void Check(LassoOptions options, string owner)
    {
        // Its square is a penalty, and residuals have the square of that.
        var variance = options.Sigma * options.Sigma;
        if (!double.IsNormal(variance * variance)) throw Outside(owner, "sigma", options.Sigma, "above 0 and finite, and so must be its fourth power");
        if (options.Lambda is { } lambda && !IsPositive(lambda)) throw Outside(owner, "lambda", lambda, "above 0 and finite");
        if (options.LambdaRatio is { } ratio && !IsPositive(ratio)) throw Outside(owner, "lambda-ratio", ratio, "above 0 and finite");
        if (!(options.PathEnd is > 0 and <= 0.99)) throw Outside(owner, "path-end", options.PathEnd, "above 0 and at most 0.99");
        if (options.PathPoints == 1) throw Outside(owner, "path-points", 1, "0 for no path, or at least 2");
        string[] given = [.. Given(options)];
        if (given.Length > 1) throw new OptionException($"{owner} has {string.Join(" and ", given.Select(name => $"{owner}.{name}"))} set; each decides the penalty alone: leave all but one out.");
    }

    private static IEnumerable<string> Given(LassoOptions options)
    {
        if (options.Lambda is not null) yield return "lambda";
        if (options.LambdaRatio is not null) yield return "lambda-ratio";
        if (options.TopK is not null) yield return "top-k";
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);

    private static OptionException Outside(string owner, string name, double value, string allowed) => new(FormattableString.Invariant($"{owner}.{name} is {value}; it must be {allowed}."));
}
