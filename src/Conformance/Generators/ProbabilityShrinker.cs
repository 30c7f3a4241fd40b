namespace Infoscope.Conformance.Generators;

/// <summary>Shorter and simpler probability vectors.</summary>
internal static class ProbabilityShrinker
{
    private static readonly int[] Denominators = [1, 2, 4, 8, 10, 16, 100, 1000];

    public static IEnumerable<double[]> Shrink(double[] vector) =>
        Candidates(vector).Where(candidate => Size(candidate).CompareTo(Size(vector)) < 0);

    private static (int, int, int, int, int) Size(double[] vector)
    {
        var support = vector.Where(entry => entry > 0).ToArray();
        var isUniform = support.All(entry => entry == support[0]);
        var outOfOrder = 0;
        for (var i = 0; i < vector.Length; i++) outOfOrder += vector[(i + 1)..].Count(later => later > vector[i]);
        return (vector.Length, support.Length, isUniform ? 0 : 1, isUniform ? 0 : Denominator(vector), outOfOrder);
    }

    private static IEnumerable<double[]> Candidates(double[] vector)
    {
        foreach (var kept in Subsets.LeavingOut(vector.Length))
        {
            var part = Array.ConvertAll(kept, i => vector[i]);
            if (part.Sum() > 0) yield return Normalized(part);
        }

        int[] support = [.. Enumerable.Range(0, vector.Length).Where(i => vector[i] > 0)];
        yield return [1, .. new double[vector.Length - 1]];
        foreach (var kept in Subsets.LeavingOut(support.Length))
        {
            var part = new double[vector.Length];
            foreach (var place in kept) part[support[place]] = vector[support[place]];
            yield return Normalized(part);
        }

        yield return Array.ConvertAll(vector, entry => entry > 0 ? 1.0 / support.Length : 0);
        foreach (var denominator in Denominators.Where(denominator => denominator >= support.Length))
        {
            yield return Rounded(vector, support, denominator);
            // Nearly equal entries round to equal ones, which may no longer fail.
            yield return Unequal(vector, support, denominator);
        }

        yield return [.. vector.OrderDescending()];
    }

    // Dividing twice keeps the sum within rounding of 1 where the first sum is subnormal.
    private static double[] Normalized(double[] weights)
    {
        var largest = weights.Max();
        var scaled = Array.ConvertAll(weights, weight => weight / largest);
        var sum = scaled.Sum();
        return Array.ConvertAll(scaled, weight => weight / sum);
    }

    // Multiples of 1/denominator, no entry of the support below one of them; what is missing goes to where rounding took most.
    private static double[] Rounded(double[] vector, int[] support, int denominator)
    {
        var shares = new int[vector.Length];
        foreach (var i in support) shares[i] = Math.Max(1, (int)(vector[i] * denominator));
        for (var missing = denominator - shares.Sum(); missing != 0; missing -= Math.Sign(missing))
        {
            var place = missing > 0
                ? support.MaxBy(i => vector[i] * denominator - shares[i])
                : support.Where(i => shares[i] > 1).MinBy(i => vector[i] * denominator - shares[i]);
            shares[place] += Math.Sign(missing);
        }

        return Array.ConvertAll(shares, share => (double)share / denominator);
    }

    // The largest entry takes all but one share for each of the others.
    private static double[] Unequal(double[] vector, int[] support, int denominator)
    {
        var largest = support.MaxBy(i => vector[i]);
        var shares = new double[vector.Length];
        foreach (var i in support) shares[i] = (i == largest ? denominator - support.Length + 1.0 : 1.0) / denominator;
        return shares;
    }

    // The smallest denominator of which all entries are multiples, and more than any of them where none is.
    private static int Denominator(double[] vector) =>
        Denominators.FirstOrDefault(denominator => vector.All(entry => entry == Math.Round(entry * denominator) / denominator), int.MaxValue);
}
