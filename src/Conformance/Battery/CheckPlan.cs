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
        return standings.Select(one => Of(property, one.Key, one.Value));
    }

    // What an estimator takes may go by its options, so a law is tested under those that it can be tested under.
    private PlannedCheck Of(LawProperty property, Standing standing, Dictionary<Configuration, IReadOnlySet<string>> about)
    {
        var applicable = about.Where(one => WhyNot(property, one.Key) is null).ToDictionary();
        return applicable.Count == 0
            ? new PlannedCheck(property, standing, null, WhyNot(property, about.Keys.First())!)
            : new PlannedCheck(property, standing, new Check(subject, property, standing, trials, applicable), "");
    }

    private string? WhyNot(LawProperty property, Configuration configuration)
    {
        var needs = trials[configuration].Needs;
        if (property.WhyNotApplicable(subject, needs) is { } why) return why;
        if (property.Keeps(needs.RowKind)) return null;
        return needs.RowKind == RowKind.Distribution ? "its rows are distributions, and what the law makes of them is none" : "its rows are at least 0, and what the law makes of them is not";
    }

    // A claim of a law that is about none of the quantities is a claim all the same.
    private Standing Overall(Law law)
    {
        if (subject.Claims.FirstOrDefault(claim => claim.Law == law) is { } claim) return new Standing(Stance.Claimed, claim.Exactness);
        return subject.Disclaimers.FirstOrDefault(disclaimer => disclaimer.Law == law) is { } disclaimer ? new Standing(Stance.Disclaimed, Exactness.Exact, disclaimer.Because) : Standing.Unmentioned;
    }
}
