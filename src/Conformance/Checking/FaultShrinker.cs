namespace Infoscope.Conformance;

/// <summary>Finds a small case of what an estimator may never do, such as an exception of its own, when it came up among the large data sets of an average.</summary>
internal static class FaultShrinker
{
    /// <summary>Gives the case, or the smallest that is found by steps of which each has a fault.</summary>
    public static TestCase Smallest(Check check, TestCase one)
    {
        while (CaseGenerators.Of(check).Shrinker(one).FirstOrDefault(smaller => HasFault(check, smaller)) is { } found) one = found;
        return one;
    }

    private static bool HasFault(Check check, TestCase one)
    {
        try
        {
            check.Deviations(one.Configuration, check.ExperimentOn(one));
            return false;
        }
        catch (FaultException)
        {
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
