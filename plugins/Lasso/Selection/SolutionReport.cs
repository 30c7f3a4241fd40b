namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>Writes down a solution: weights of tokens, ranking, certificate, uniqueness.</summary>
internal static class SolutionReport
{
    /// <summary>Reports weights w, one per column, with c = X'(y - Xw).</summary>
    public static LassoSolution Of(LassoProblem problem, double lambda, double[] weights, double[] c)
    {
        var certificate = Certificate.Of(problem, lambda, weights, c);
        var ofTokens = new double[problem.TokenCount];
        for (var column = 0; column < weights.Length; column++) ofTokens[problem.Token(column)] = weights[column];
        return new LassoSolution
        {
            Weights = ofTokens,
            Support = [.. Enumerable.Range(0, ofTokens.Length).Where(token => ofTokens[token] != 0).OrderByDescending(token => Math.Abs(ofTokens[token])).ThenByDescending(token => token)],
            Lambda = lambda,
            LambdaRatio = problem.LambdaMax > 0 ? lambda / problem.LambdaMax : double.PositiveInfinity,
            Primal = certificate.Primal,
            Dual = certificate.Primal - certificate.Gap,
            Gap = certificate.Gap,
            KktViolation = certificate.KktViolation,
            ResidualEnergy = certificate.ResidualEnergy,
            L1 = certificate.L1,
            IsUnique = certificate.L1 == 0 || (AreIndependentAtTheBound(problem, lambda, weights, c) && problem.Groups.All(group => ofTokens[group[^1]] == 0)),
            IsCertified = certificate.Proves(problem),
            Groups = problem.Groups,
        };
    }

    private static bool AreIndependentAtTheBound(LassoProblem problem, double lambda, double[] weights, double[] c)
    {
        var bound = lambda - Rounding.OfCorrelations(problem, weights);
        var factor = new SupportFactor(problem);
        for (var column = 0; column < weights.Length; column++)
        {
            if ((weights[column] != 0 || Math.Abs(c[column]) >= bound) && problem.Energy(column) > 0 && !factor.TryAdd(column)) return false;
        }

        return true;
    }
}
