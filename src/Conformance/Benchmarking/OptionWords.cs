using Infoscope.Engine;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>Writes the options of an estimator as <c>option=value</c> with commas between, by name.</summary>
internal static class OptionWords
{
    /// <summary>Writes all that were set.</summary>
    public static string Of(EstimatorEntry estimator) => Join(estimator, TextsOf(estimator).Keys);

    /// <summary>Writes those that set an estimator apart from others with its id; empty where there is no other.</summary>
    public static string ThatDiffer(EstimatorEntry estimator, IReadOnlyList<EstimatorEntry> all)
    {
        EstimatorEntry[] same = [.. all.Where(other => other.Id == estimator.Id)];
        return Join(estimator, TextsOf(estimator).Keys.Where(name => same.Any(other => TextsOf(other).GetValueOrDefault(name) != TextsOf(estimator)[name])));
    }

    private static IReadOnlyDictionary<string, string> TextsOf(EstimatorEntry estimator) => estimator.Saved?.OptionTexts ?? new Dictionary<string, string>();

    private static string Join(EstimatorEntry estimator, IEnumerable<string> names) =>
        string.Join(',', names.Order(StringComparer.Ordinal).Select(name => $"{name}={TextsOf(estimator)[name]}"));
}
