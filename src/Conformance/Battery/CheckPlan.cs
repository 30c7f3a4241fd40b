namespace Infoscope.Conformance;

/// <summary>Decides which checks an estimator's claims ask for.</summary>
internal sealed class CheckPlan(Subject subject, IReadOnlyDictionary<Configuration, Trial> trials)
{
    private readonly ClaimTable table = new(subject);

    /// <summary>Gives the checks of all laws, in their order; a law that cannot be tested has one that says why.</summary>
    public IEnumerable<PlannedCheck> Of(IReadOnlyCollection<Law> laws) => AllLaws.Properties.Where(property => laws.Count == 0 || laws.Contains(property.Law)).SelectMany(Of);

    private IEnumerable<PlannedCheck> Of(LawProperty property)
    {
        var standings = new Dictionary<Standing, Dictionary<Configuration, IReadOnlySet<string>>>();
        var named = table.QuantitiesNamed(property.Law).ToHashSet();
        foreach (var configuration in trials.Keys)
        {
            foreach (var quantities in subject.Quantities.Where(quantity => property.SpeaksOf(quantity) || named.Contains(quantity)).GroupBy(quantity => table.Of(property.Law, quantity, configuration)))
            {
                if (!standings.TryGetValue(quantities.Key, out var about)) standings[quantities.Key] = about = [];
                about[configuration] = quantities.ToHashSet();
            }
        }

        if (standings.Count == 0) return [new PlannedCheck(property, Overall(property.Law), null, "it gives none of the quantities that the law is about")];
        if (property.WhyNotApplicable(subject, trials.Values.First().Needs) is { } why) return [.. standings.Keys.Select(standing => new PlannedCheck(property, standing, null, why))];
        return standings.Select(one => new PlannedCheck(property, one.Key, new Check(subject, property, one.Key, trials, one.Value), ""));
    }

    // A claim of a law that is about none of the quantities is a claim all the same.
    private Standing Overall(Law law)
    {
        if (subject.Claims.FirstOrDefault(claim => claim.Law == law) is { } claim) return new Standing(Stance.Claimed, claim.Exactness);
        return subject.Disclaimers.FirstOrDefault(disclaimer => disclaimer.Law == law) is { } disclaimer ? new Standing(Stance.Disclaimed, Exactness.Exact, disclaimer.Because) : Standing.Unmentioned;
    }
}
