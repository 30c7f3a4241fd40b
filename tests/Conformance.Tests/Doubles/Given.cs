namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Makes subjects and runs single laws.</summary>
internal static class Given
{
    /// <summary>Gives a subject that claims one law in a sense.</summary>
    public static Subject Claiming(IEstimator estimator, Law law, Exactness exactness)
    {
        var subject = Subject.Of(estimator);
        return new Subject { Id = subject.Id, Estimator = estimator, Quantities = subject.Quantities, Claims = [new ClaimsAttribute(law, exactness)] };
    }

    /// <summary>Runs the checks of one law and gives the one report there is.</summary>
    public static CheckReport Report(Subject subject, Law law, ulong seed = 1, int cases = 30) =>
        Verification.Run(subject, new VerificationSettings { Laws = [law], Seed = seed, Cases = cases }, CancellationToken.None).Checks.Single();
}
