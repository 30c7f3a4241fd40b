namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Makes subjects of doubles, with the claims that a test needs.</summary>
internal static class TestSubject
{
    /// <summary>Makes an estimator of information by a formula.</summary>
    public static Subject Formula(Func<RowsAndLabels, double> nats, RowKind kind = RowKind.Any) => new() { Id = "formula", Estimator = new FormulaEstimator(nats, kind), Quantities = [Quantities.MutualInformation.Id] };

    /// <summary>Makes an estimator that always gives one number.</summary>
    public static Subject Constant(double nats) => Formula(_ => nats);

    /// <summary>Makes the estimator claim a law.</summary>
    public static Subject Claiming(this Subject subject, Law law, Exactness exactness) => subject.Claiming(new ClaimsAttribute(law, exactness));

    /// <summary>Makes the estimator claim a law.</summary>
    public static Subject Claiming(this Subject subject, ClaimsAttribute claim) => subject with { Claims = [.. subject.Claims, claim] };

    /// <summary>Makes the estimator disclaim a law.</summary>
    public static Subject Disclaiming(this Subject subject, Law law, string because) => subject.Disclaiming(new DoesNotClaimAttribute(law) { Because = because });

    /// <summary>Makes the estimator disclaim a law.</summary>
    public static Subject Disclaiming(this Subject subject, DoesNotClaimAttribute disclaimer) => subject with { Disclaimers = [.. subject.Disclaimers, disclaimer] };

    /// <summary>Verifies one law, which the estimator says one thing of.</summary>
    public static CheckReport Check(this Subject subject, Law law) => subject.Check(law, new VerificationSettings());

    /// <summary>Verifies one law with settings, but for the laws.</summary>
    public static CheckReport Check(this Subject subject, Law law, VerificationSettings settings) => Assert.Single(Verification.Run(subject, settings with { Laws = [law] }, CancellationToken.None).Checks);
}
