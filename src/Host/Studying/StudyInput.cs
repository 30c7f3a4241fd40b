using Infoscope.Engine.Studies;
using Serilog;

namespace Infoscope.Host.Studying;

/// <summary>The rows of a study: read, narrowed to what was asked for, each once, in the unit that people asked for.</summary>
internal sealed class StudyInput(StudyRequest request, ILogger log)
{
    private const int MostNames = 8;

    /// <summary>Gives the rows.</summary>
    /// <param name="needed">The columns that must be there.</param>
    /// <param name="quantities">The quantities that the study is of, unless others were asked for.</param>
    /// <param name="bits">Whether information is given in bits.</param>
    /// <param name="cancellation">Ends the reading, also of a stdin that nobody writes to.</param>
    /// <exception cref="UserError">A file cannot be read, or nothing in it is what the study is of.</exception>
    public IReadOnlyList<StudyRow> Rows(IReadOnlyList<string> needed, IReadOnlyList<string> quantities, bool bits, CancellationToken cancellation)
    {
        var problems = new ProblemList();
        var texts = ResultFiles.Find(request.Files, problems);
        problems.ThrowIfAny();
        var reader = new ResultReader(needed, cancellation);
        foreach (var (name, open) in texts) Task.Run(() => reader.Read(open(), name), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
        if (reader.Rows.Count == 0 && reader.Parts.Count == 0) throw new UserError($"there is no row in {string.Join(", ", texts.Select(text => text.Name))}; see that the comparison ended well.");

        // What was not asked for by name may be missing as long as one is there.
        var wanted = Split(request.Quantities) ?? (quantities.Intersect(reader.Rows.Select(row => row.Quantity)) is var some && some.Any() ? [.. some] : quantities);
        Check("--estimators", Split(request.Estimators), "is by", row => row.Estimator);
        CheckQuantities(wanted);
        Check("--label-sets", Split(request.LabelSets), "is about the label set", row => row.LabelSet);
        problems.ThrowIfAny();
        var rows = reader.Rows.Where(row => wanted.Contains(row.Quantity) && IsOf(request.Estimators, row.Estimator) && IsOf(request.LabelSets, row.LabelSet)).ToArray();
        if (rows.Length == 0) throw new UserError("no row meets --estimators, --quantities and --label-sets at once; leave one of them out.");
        return [.. Once(rows).Select(row => bits && row.Unit == "nats" ? InBits(row) : row)];

        void Check(string option, IReadOnlyList<string>? names, string verb, Func<StudyRow, string> name)
        {
            if (names is { Count: 0 }) problems.Add($"{option} names none; leave it out for all.");
            var there = reader.Rows.Select(name).Where(one => one.Length > 0).Distinct().ToArray();
            foreach (var missing in (names ?? []).Except(there)) problems.Add($"no row {verb} '{missing}'; {Suggest.Sentence(missing, there)}");
        }

        void CheckQuantities(IReadOnlyList<string> names)
        {
            var inParts = names.Where(one => reader.Parts.ContainsKey(one) && reader.Rows.All(row => row.Quantity != one)).ToArray();
            foreach (var part in inParts) problems.Add($"every row of {part} is about an item or against something, and a study is about wholes; name another with --quantities.");
            if (inParts.Length == 0 || inParts.Length < names.Count) Check("--quantities", [.. names.Except(inParts)], "is of", row => row.Quantity);
        }
    }

    /// <summary>Names the rows of a study for a message, the first ones and how many more.</summary>
    public static string Names(IEnumerable<string> names) => Suggest.List([.. names.Distinct()], MostNames);

    private static string[]? Split(IReadOnlyList<string>? texts) =>
        texts is null ? null : [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private static bool IsOf(IReadOnlyList<string>? texts, string name) => texts is null || Split(texts)!.Contains(name);

    private StudyRow[] Once(StudyRow[] rows)
    {
        StudyRow[] once = [.. rows.Distinct()];
        if (once.Length < rows.Length) log.Warning("rows that stand there more than once count once: {Repeated} of {All} are repetitions", rows.Length - once.Length, rows.Length);
        if (once.GroupBy(row => (row.Set, row.Layer, row.Step, row.Estimator, row.Quantity, row.LabelSet)).FirstOrDefault(group => group.Count() > 1) is { } several)
        {
            var labels = several.Key.LabelSet.Length == 0 ? "" : $" about {several.Key.LabelSet}";
            throw new UserError($"{StudyText.WhereOf(several.First())} has {several.Count()} different rows of {several.Key.Quantity} by {several.Key.Estimator}{labels}; give the results of one run, or name the activations differently.");
        }

        return once;
    }

    private static StudyRow InBits(StudyRow row)
    {
        static double? Bits(double? nats) => nats is { } known ? Information.FromNats(known).Bits : null;
        return row with { Value = Bits(row.Value)!.Value, NullMean = Bits(row.NullMean), StandardError = Bits(row.StandardError), Ceiling = Bits(row.Ceiling), Isotropic = Bits(row.Isotropic), IsotropicDeviation = Bits(row.IsotropicDeviation), Unit = "bits" };
    }
}
