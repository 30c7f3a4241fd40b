using System.Reflection;

namespace Infoscope.Samples.Tests;

/// <summary>The estimators of the folder <c>samples/plugins</c>, which are compiled into these tests.</summary>
internal static class SampleEstimators
{
    private static readonly Dictionary<string, Type> ById = typeof(WinnerEstimator).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(EstimatorAttribute)))
        .ToDictionary(type => type.GetCustomAttribute<EstimatorAttribute>()!.Id);

    /// <summary>Gets the ids, in order.</summary>
    public static IEnumerable<string> Ids => ById.Keys.Order(StringComparer.Ordinal);

    /// <summary>Makes an estimator.</summary>
    public static IEstimator Of(string id) => (IEstimator)Activator.CreateInstance(ById[id])!;
}
