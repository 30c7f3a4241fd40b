namespace Infoscope.Conformance;

/// <summary>One law that will be tested, or that cannot be.</summary>
public sealed class PlannedCheck
{
    internal PlannedCheck(LawProperty property, Standing standing, Check? check, string why)
    {
        Property = property;
        Standing = standing;
        Check = check;
        Why = why;
    }

    /// <summary>Gets the law.</summary>
    public Law Law => Property.Law;

    /// <summary>Gets whether it must run while nothing else does.</summary>
    public bool RunsAlone => Property.RunsAlone;

    internal LawProperty Property { get; }

    internal Standing Standing { get; }

    /// <summary>Gets what is tested; null when the law is not applicable.</summary>
    internal Check? Check { get; }

    /// <summary>Gets why the law is not applicable.</summary>
    internal string Why { get; }

    /// <summary>Gets what tells the check apart from the others of its law.</summary>
    internal string Key => $"{Law}/{Standing.Stance}/{Standing.Exactness}/{Standing.Because}";
}
