namespace Infoscope.Conformance;

/// <summary>Decides which claim or disclaimer speaks for a law, a quantity and a configuration.</summary>
/// <remarks>What names the quantity goes before what does not; then what has a condition that is met; then a claim before a disclaimer.</remarks>
internal sealed class ClaimTable(Subject subject)
{
    /// <summary>The laws that every estimator owes.</summary>
    public static readonly IReadOnlySet<Law> Required = new HashSet<Law> { Law.Deterministic, Law.UnitConversion, Law.DegenerateInputs, Law.InputUnchanged, Law.CancellationObeyed, Law.MemoryReleased };

    /// <summary>Gives the standing.</summary>
    public Standing Of(Law law, string quantity, Configuration configuration)
    {
        if (Required.Contains(law)) return Standing.Required;
        var claim = subject.Claims.Where(one => one.Law == law && Speaks(one.Quantity, quantity) && Meets(configuration, one.When))
            .OrderByDescending(one => Weight(one.Quantity, one.When)).FirstOrDefault();
        var disclaimer = subject.Disclaimers.Where(one => one.Law == law && Speaks(one.Quantity, quantity)).OrderByDescending(one => Weight(one.Quantity, null)).FirstOrDefault();
        if (claim is not null && (disclaimer is null || Weight(claim.Quantity, claim.When) >= Weight(disclaimer.Quantity, null))) return new Standing(Stance.Claimed, claim.Exactness);
        return disclaimer is null ? Standing.Unmentioned : new Standing(Stance.Disclaimed, Exactness.Exact, disclaimer.Because);
    }

    /// <summary>Gives what a law's claims say of quantities beyond those that the law speaks of by itself.</summary>
    public IEnumerable<string> QuantitiesNamed(Law law) =>
        subject.Claims.Where(one => one.Law == law).Select(one => one.Quantity).Concat(subject.Disclaimers.Where(one => one.Law == law).Select(one => one.Quantity)).OfType<string>();

    /// <summary>Gives every sentence about claims that cannot be meant.</summary>
    public IEnumerable<string> Contradictions(Law law)
    {
        var claims = subject.Claims.Where(one => one.Law == law).ToArray();
        var disclaimers = subject.Disclaimers.Where(one => one.Law == law).ToArray();
        if (Required.Contains(law) && disclaimers.Length > 0) yield return $"{law} is disclaimed, but every estimator owes it";
        foreach (var claim in claims.Where(claim => claim.When is null && disclaimers.Any(disclaimer => disclaimer.Quantity == claim.Quantity)))
            yield return $"{law}{Of(claim.Quantity)} is both claimed and disclaimed";
        foreach (var claim in claims.GroupBy(claim => (claim.Quantity, claim.When)).Where(same => same.Count() > 1))
            yield return $"{law}{Of(claim.Key.Quantity)} is claimed twice";
        foreach (var name in QuantitiesNamed(law).Distinct().Where(name => !subject.Quantities.Contains(name)))
            yield return $"{law} is spoken of for '{name}', which is no quantity that it declares";
    }

    /// <summary>Tells whether a condition of a claim, <c>option=value</c> or several joined by commas, holds in a configuration; null always does.</summary>
    public bool Meets(Configuration configuration, string? condition)
    {
        if (condition is null) return true;
        try
        {
            // By value, so that true and True are one.
            var texts = OptionText.Pairs(condition).ToDictionary(pair => pair.Name, pair => pair.Value);
            var resolved = subject.OptionsType is { } type ? subject.ValuesOf(texts).Resolve(type) : new Dictionary<string, string>();
            return texts.Keys.All(name => configuration.Resolved.TryGetValue(name, out var value) && value == resolved[name]);
        }
        catch (OptionException)
        {
            return false;
        }
    }

    private static string Of(string? quantity) => quantity is null ? "" : $" of {quantity}";

    private static bool Speaks(string? named, string quantity) => named is null || named == quantity;

    private static int Weight(string? quantity, string? when) => (quantity is null ? 0 : 2) + (when is null ? 0 : 1);
}
