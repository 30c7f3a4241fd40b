namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Writes down a solution: weights of tokens, ranking, certificate, uniqueness.</summary>
internal static class SolutionReport
{
    /// <summary>Reports weights w, one per column, with c = X'(y - Xw).</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="lambda">The penalty.</param>
    /// <param name="weights">The weights, one per column.</param>
    /// <param name="c">X'(y - Xw).</param>
    /// <param name="finish">What knows which columns are independent.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public static LassoSolution Of(LassoProblem problem, double lambda, double[] weights, double[] c, SupportFinish finish, CancellationToken cancellation)
    {
        var certificate = Certificate.Of(problem, lambda, weights, c);
        var ofTokens = new double[problem.TokenCount];
        for (var column = 0; column < weights.Length; column++) ofTokens[problem.Token(column)] = weights[column];
        return new LassoSolution
        {
            Weights = ofTokens,
            Support = Ranked(ofTokens),
            Lambda = lambda,
            LambdaRatio = problem.LambdaMax > 0 ? lambda / problem.LambdaMax : double.PositiveInfinity,
            Primal = certificate.Primal,
            Dual = certificate.Primal - certificate.Gap,
            Gap = certificate.Gap,
            KktViolation = certificate.KktViolation,
            ResidualEnergy = certificate.ResidualEnergy,
            L1 = certificate.L1,
            IsUnique = certificate.L1 == 0 || (AreIndependentAtTheBound(problem, lambda, weights, c, finish, cancellation) && problem.Groups.All(group => ofTokens[group[^1]] == 0)),
            IsCertified = certificate.Proves(problem),
            Groups = problem.Groups,
        };
    }

    private static int[] Ranked(double[] ofTokens)
    {
        var support = new List<int>();
        for (var token = 0; token < ofTokens.Length; token++)
        {
            if (ofTokens[token] != 0) support.Add(token);
        }

        support.Sort((a, b) => Math.Abs(ofTokens[b]).CompareTo(Math.Abs(ofTokens[a])) is var order and not 0 ? order : b.CompareTo(a));
        return [.. support];
    }

    private static bool AreIndependentAtTheBound(LassoProblem problem, double lambda, double[] weights, double[] c, SupportFinish finish, CancellationToken cancellation)
    {
        var bound = lambda - Rounding.OfCorrelations(problem, weights);
        var others = new List<int>();
        for (var column = 0; column < weights.Length; column++)
        {
            if (weights[column] == 0 && Math.Abs(c[column]) >= bound && problem.Energy(column) > 0) others.Add(column);
        }

        return finish.AreIndependent(weights, others, cancellation);
    }
}
