namespace Infoscope.Conformance.Truths;

/// <summary>Draws from distributions that the stream itself does not offer.</summary>
internal static class RandomDraws
{
    /// <summary>Draws the number of a category, by inversion.</summary>
    public static int NextCategory(this RandomStream random, IReadOnlyList<double> probabilities)
    {
        var left = random.NextDouble();
        for (var category = 0; category < probabilities.Count; category++)
        {
            left -= probabilities[category];
            if (left < 0) return category;
        }

        // Rounding let the probabilities sum to less than the draw: it belongs to the last category that has any.
        var last = probabilities.Count - 1;
        while (probabilities[last] == 0) last--;
        return last;
    }

    /// <summary>Draws an exponential number of mean 1, by inversion.</summary>
    public static double NextExponential(this RandomStream random) => -Math.Log(1 - random.NextDouble());

    /// <summary>Draws a chi-square number, the sum of squares of as many normals as degrees of freedom.</summary>
    public static double NextChiSquare(this RandomStream random, int degreesOfFreedom)
    {
        double sum = 0;
        for (var i = 0; i < degreesOfFreedom; i++)
        {
            var normal = random.NextNormal();
            sum += normal * normal;
        }

        return sum;
    }

    /// <summary>Draws a Poisson number as the count of exponential waiting times within its mean; cost O(mean).</summary>
    public static int NextPoisson(this RandomStream random, double mean)
    {
        var count = 0;
        for (var time = random.NextExponential(); time < mean; time += random.NextExponential()) count++;
        return count;
    }

    /// <summary>Fills a vector with standard normals.</summary>
    public static void FillNormal(this RandomStream random, Span<double> vector)
    {
        foreach (ref var number in vector) number = random.NextNormal();
    }

    /// <summary>Fills a vector with a direction uniform on the sphere.</summary>
    public static void FillDirection(this RandomStream random, Span<double> vector)
    {
        random.FillNormal(vector);
        double squares = 0;
        foreach (var number in vector) squares += number * number;
        var norm = Math.Sqrt(squares);
        foreach (ref var number in vector) number /= norm;
    }
}
