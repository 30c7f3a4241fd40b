using Infoscope.Engine.Studies;
using Serilog;

namespace Infoscope.Host.Studying;

/// <summary>Gives rows the sizes of their models, and groups them into what one power law is fitted to.</summary>
internal sealed class SizedRows(IReadOnlyList<ModelSize> sizes, ILogger log)
{
    /// <summary>Gives the groups by estimator, quantity and label set; by checkpoint as well where a model has several.</summary>
    /// <exception cref="UserError">A row has two sizes, a set without a named layer has several, a value has no logarithm, or no group has three sizes.</exception>
    public IReadOnlyList<IReadOnlyList<SizedModel>> Groups(IReadOnlyList<StudyRow> rows)
    {
        var problems = new ProblemList();
        var sized = rows.Select(row => (Row: row, Sizes: sizes.Where(size => size.Matches(row)).ToArray())).ToArray();
        foreach (var twice in sized.Where(one => one.Sizes.Select(size => size.Size).Distinct().Count() > 1))
        {
            var other = twice.Sizes.First(size => size.Size != twice.Sizes[0].Size);
            problems.Add($"{twice.Row.Set}{(twice.Row.Layer.Length == 0 ? "" : $":{twice.Row.Layer}")} is meant by --size {twice.Sizes[0].Set} and by --size {other.Set}, which differ; name each model once.");
        }

        foreach (var size in sizes) CheckLayers(size, rows, problems);
        problems.ThrowIfAny();

        SayMissing(rows, sized.Where(one => one.Sizes.Length == 0).Select(one => one.Row));
        var groups = sized.Where(one => one.Sizes.Length > 0)
            .Select(one => new SizedModel { Size = one.Sizes[0].Size, Row = one.Row })
            .GroupBy(model => (model.Row.Estimator, model.Row.Quantity, model.Row.LabelSet))
            .SelectMany(ByStep)
            .Where(IsEnough)
            .Select(group => group.ToArray())
            .ToArray();
        foreach (var model in groups.SelectMany(group => group).Where(model => !double.IsFinite(model.Row.Value) || model.Row.Value <= 0))
            problems.Add($"{model.Row.Quantity} of {StudyText.WhereOf(model.Row)} by {model.Row.Estimator} is {StudyText.Number(model.Row.Value)}; a power law needs values above 0, so leave out its --size, or name another quantity.");
        problems.ThrowIfAny();
        return groups.Length > 0 ? groups : throw new UserError($"no quantity has values of {LogLogFit.FewestPoints} different sizes, which a power law needs; {StudyInput.Names(rows.Select(row => row.Set))} {(rows.Select(row => row.Set).Distinct().Count() == 1 ? "is" : "are")} there, so name more of them with --size.");
    }

    private static void CheckLayers(ModelSize size, IReadOnlyList<StudyRow> rows, ProblemList problems)
    {
        foreach (var set in rows.Where(size.IsSetOf).GroupBy(row => row.Set))
        {
            var layers = set.Select(row => row.Layer).Distinct().ToArray();
            if (layers.Length > 1) problems.Add($"{set.Key} has the layers {StudyInput.Names(layers)}; name one, such as --size {set.Key}:{layers[^1]}={ModelSize.Text(size.Size)}.");
        }
    }

    // One checkpoint of each model is one law, whatever it is called; several are a law each.
    private static IEnumerable<IGrouping<string, SizedModel>> ByStep(IEnumerable<SizedModel> models)
    {
        var all = models.ToArray();
        var several = all.GroupBy(model => (model.Row.Set, model.Row.Layer)).Any(group => group.Count() > 1);
        return all.GroupBy(model => several ? model.Row.Step : "");
    }

    private bool IsEnough(IGrouping<string, SizedModel> group)
    {
        var count = group.Select(model => model.Size).Distinct().Count();
        if (count >= LogLogFit.FewestPoints) return true;
        var row = group.First().Row;
        log.Warning("{Quantity:l}{Labels:l} by {Estimator:l}{Step:l} has values of {Count} sizes alone and no fit", row.Quantity, row.LabelSet.Length == 0 ? "" : $" about {row.LabelSet}", row.Estimator, StudyText.Step(group.Key), count);
        return false;
    }

    private void SayMissing(IReadOnlyList<StudyRow> rows, IEnumerable<StudyRow> without)
    {
        var names = rows.SelectMany(row => row.Layer.Length == 0 ? new[] { row.Set } : [row.Set, $"{row.Set}:{row.Layer}"]).Distinct().ToArray();
        foreach (var size in sizes.Where(size => !rows.Any(size.Matches))) log.Warning("--size {Set:l} meets no row; {Suggestion:l}", size.Set, Suggest.Sentence(size.Set, names));
        var sets = without.Select(row => row.Layer.Length == 0 ? row.Set : $"{row.Set}:{row.Layer}").Distinct().ToArray();
        if (sets.Length > 0) log.Warning("no --size for {Sets:l}, which {Are:l} left out", StudyInput.Names(sets), sets.Length == 1 ? "is" : "are");
    }
}
