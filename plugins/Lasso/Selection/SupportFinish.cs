namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Finds the exact minimum for the signs that the weights have, dropping the columns whose sign does not last.</summary>
/// <remarks>
/// The objective never rises and every step but the last drops a column, so it ends after at most as many steps as there are weights.
/// The factor is kept from one run to the next, whatever the penalties.
/// </remarks>
internal sealed class SupportFinish(LassoProblem problem)
{
    private readonly List<int> support = [];
    private readonly SupportFactor factor = new(problem);

    /// <summary>Improves the weights at a penalty in place. Cost O(s^2) for each of s weights that joins or leaves the support.</summary>
    public void Run(double lambda, double[] weights, CancellationToken cancellation)
    {
        TakeSupport(weights, cancellation);
        while (support.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (factor.Count < support.Count)
            {
                if (!factor.TryAdd(support[factor.Count])) MoveAlongDependence(lambda, weights);
                continue;
            }

            var goal = new double[support.Count];
            for (var i = 0; i < goal.Length; i++) goal[i] = problem.Correlations[support[i]] - lambda * Math.Sign(weights[support[i]]);
            factor.Solve(goal);
            double[] direction = [.. goal.Select((value, i) => value - weights[support[i]])];
            if (MoveToFirstZero(weights, direction, 1)) continue;
            for (var i = 0; i < goal.Length; i++) weights[support[i]] = goal[i];
            return;
        }
    }

    /// <summary>Tells whether the columns of some weights and others are linearly independent. Cost O(s^2) for each that is not in the factor yet.</summary>
    public bool AreIndependent(double[] weights, IReadOnlyList<int> others, CancellationToken cancellation)
    {
        TakeSupport(weights, cancellation);
        problem.Enter([.. others], cancellation);
        while (factor.Count < support.Count)
        {
            if (!factor.TryAdd(support[factor.Count])) return false;
        }

        var independent = others.All(factor.TryAdd);
        while (factor.Count > support.Count) factor.Remove(factor.Count - 1);
        return independent;
    }

    // What the factor holds already stays where it is; new columns follow, the largest first.
    private void TakeSupport(double[] weights, CancellationToken cancellation)
    {
        for (var i = support.Count - 1; i >= 0; i--)
        {
            if (weights[support[i]] == 0) Drop(i);
        }

        if (weights.Length - weights.AsSpan().Count(0.0) == support.Count) return;
        var held = support.ToHashSet();
        var joining = new List<int>();
        for (var column = 0; column < weights.Length; column++)
        {
            if (weights[column] != 0 && !held.Contains(column)) joining.Add(column);
        }

        joining.Sort((a, b) => Math.Abs(weights[b]).CompareTo(Math.Abs(weights[a])) is var order and not 0 ? order : b.CompareTo(a));
        support.AddRange(joining);
        problem.Enter([.. support], cancellation);
    }

    private void Drop(int index)
    {
        support.RemoveAt(index);
        if (index < factor.Count) factor.Remove(index);
    }

    // A column that is a combination of others, to rounding: there is a direction that leaves the fit as it is, and the
    // objective falls or stays along it one way. That way leads to a weight of zero. The fit's share of the slope counts too:
    // a combination that is only nearly exact would else be dropped here and taken up again by the descent for ever.
    private void MoveAlongDependence(double lambda, double[] weights)
    {
        var column = support[factor.Count];
        double[] direction = [.. factor.Combination(column), -1];
        // Towards a smaller weight of this column where there is no slope.
        var (sign, slope) = (Math.Sign(weights[column]), 0.0);
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] *= sign;
            slope += direction[i] * (lambda * Math.Sign(weights[support[i]]) - Correlation(weights, support[i]));
        }

        if (slope > 0) Negate(direction);
        if (MoveToFirstZero(weights, direction, double.PositiveInfinity)) return;
        // Every weight grows that way, which only rounding can call downhill.
        Negate(direction);
        MoveToFirstZero(weights, direction, double.PositiveInfinity);
    }

    private static void Negate(double[] direction)
    {
        for (var i = 0; i < direction.Length; i++) direction[i] = -direction[i];
    }

    private double Correlation(double[] weights, int column)
    {
        var c = problem.Correlations[column];
        foreach (var other in support) c -= problem.Row(column)[other] * weights[other];
        return c;
    }

    // Goes the way given up to where the first weight becomes zero and drops it; false, and nothing moved, when none does within the limit.
    private bool MoveToFirstZero(double[] weights, double[] direction, double limit)
    {
        var (step, first) = (limit, -1);
        for (var i = 0; i < direction.Length; i++)
        {
            var weight = weights[support[i]];
            if (direction[i] * Math.Sign(weight) >= 0) continue;
            var crossing = -weight / direction[i];
            if (crossing < step || (crossing == step && first < 0)) (step, first) = (crossing, i);
        }

        if (first < 0) return false;
        for (var i = direction.Length - 1; i >= 0; i--)
        {
            var column = support[i];
            var moved = weights[column] + step * direction[i];
            // Others may reach zero in the same step.
            var lasts = i != first && Math.Sign(moved) == Math.Sign(weights[column]);
            weights[column] = lasts ? moved : 0;
            if (lasts) continue;
            Drop(i);
        }

        return true;
    }
}
