using static System.FormattableString;

namespace Infoscope.Conformance.Truths;

/// <summary>Tasks of rows alone that are symbols, about their entropy H(Z) = -sum p ln p.</summary>
/// <remarks>A row is one number, the symbol 0, 1, 2, and so on. Reference: Cover and Thomas, "Elements of information theory" (2006), chapter 2.</remarks>
public static class DiscreteTasks
{
    /// <summary>Equally likely symbols: H = ln m.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="symbols"/> is below 1.</exception>
    public static KnownTask Uniform(int symbols)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        return new Symbols(Shannon.Uniform(symbols), Math.Log(symbols), "ln m")
        {
            Id = Invariant($"symbols-uniform-m{symbols}"),
            Summary = Invariant($"{symbols} equally likely symbols."),
            Role = TaskRole.Ceiling,
        };
    }

    /// <summary>The number of failures before a success of probability p: H = [-p ln p - (1-p) ln(1-p)]/p.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="success"/> is below 0.01, or not below 1.</exception>
    public static KnownTask Geometric(double success)
    {
        if (!(success >= 0.01 && success < 1)) throw new ArgumentOutOfRangeException(nameof(success), success, "a probability of at least 0.01 and below 1 is wanted.");
        // What lies beyond has probability e^-50.
        var length = (int)Math.Ceiling(-50 / Math.Log(1 - success));
        return new Symbols(
            [.. Enumerable.Range(0, length).Select(k => success * Math.Pow(1 - success, k))],
            Shannon.EntropyNats([success, 1 - success]) / success,
            "[-p ln p - (1-p) ln(1-p)]/p")
        {
            Id = Invariant($"symbols-geometric-{success}"),
            Summary = Invariant($"The number of failures before a success of probability {success}."),
        };
    }

    /// <summary>Symbol k - 1 with probability k^-s/G, k = 1 .. m, G the sum: H = s E ln k + ln G.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="symbols"/> is below 1, or <paramref name="exponent"/> negative.</exception>
    public static KnownTask Zipf(int symbols, double exponent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        double[] weights = [.. Enumerable.Range(1, symbols).Select(k => Math.Pow(k, -exponent))];
        var sum = weights.Sum();
        var meanLog = Enumerable.Range(1, symbols).Sum(k => weights[k - 1] * Math.Log(k)) / sum;
        return new Symbols([.. weights.Select(weight => weight / sum)], (exponent * meanLog) + Math.Log(sum), "s E ln k + ln G")
        {
            Id = Invariant($"symbols-zipf-m{symbols}-s-{exponent}"),
            Summary = Invariant($"{symbols} symbols with probabilities that fall like rank^-{exponent}."),
        };
    }
}
