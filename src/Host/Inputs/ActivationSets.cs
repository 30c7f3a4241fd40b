using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Formats;
using Infoscope.Host.Plans;
using Serilog;

namespace Infoscope.Host.Inputs;

/// <summary>Builds the activation sets of a comparison: files, arrays, labels, sequences, reference and attention; reads headers and labels only.</summary>
internal sealed class ActivationSets(CompareRequest request, ILogger log)
{
    private const string Axes = "axes";

    private readonly SmallFiles files = new(request.BaseFolder);
    private readonly List<string> said = [];
    private readonly List<(string Specification, IReadOnlyList<long> Shape)> wholeNumbers = [];

    /// <summary>Gets the label sets as they were made.</summary>
    public IReadOnlyList<(string Name, LabelSet Labels)> Labels { get; private set; } = [];

    /// <summary>Gets the arrays of whole numbers in the files of the activations that are none themselves, each as it can be named for labels.</summary>
    public IReadOnlyList<(string Specification, IReadOnlyList<long> Shape)> WholeNumbers => wholeNumbers;

    /// <summary>Gets the opener of the arrays that options name.</summary>
    public Func<string, NumericArray> OpenArray => files.OpenArray;

    /// <summary>Builds the sets; every problem of every file is told at once.</summary>
    public IReadOnlyList<ActivationSet> Build(IEnumerable<LabelSourceEntry> sources)
    {
        var problems = new ProblemList();
        var known = ResolveLabels([.. sources], problems);
        var leftOut = new List<LeftOut>();
        var sets = new List<ActivationSet>();
        foreach (var argument in request.Activations ?? [])
        {
            var before = (Sets: sets.Count, LeftOut: leftOut.Count);
            var found = problems.Attempt(() => FileFinder.Find(argument, request.BaseFolder)) ?? [];
            foreach (var file in found) sets.AddRange(problems.Attempt(() => known ? OfFile(file, leftOut) : Opened(file)) ?? []);
            if (found.Count > 0 && MissingFiles.NotLookedInto(argument, request.BaseFolder) is { } passedOver) said.Add(passedOver);
            if (known && found.Any(file => !file.IsNamed) && sets.Count == before.Sets && leftOut.Count > before.LeftOut)
                problems.Add($"{argument} holds no array that can be compared: {string.Join("; ", leftOut.Skip(before.LeftOut).Distinct())}.");
        }

        foreach (var twice in sets.GroupBy(set => (set.Name, set.Layer, set.Step)).Where(group => group.Count() > 1))
            problems.Add($"{twice.First().Activations.Name} and {twice.Last().Activations.Name} have the same set, layer and step, so their rows could not be told apart; leave one out or rename it.");
        problems.ThrowIfAny();
        SayUnlabelled();
        foreach (var sentence in said) log.Information("{Sentence:l}", sentence);
        foreach (var group in leftOut.GroupBy(one => one.ToString()))
            log.Warning("left out{Files:l}: {What:l}", group.Count() == 1 ? "" : $" in {group.Count()} files", group.Key);
        return sets;
    }

    /// <summary>Makes the label sets; false when a problem leaves open what the activations must fit.</summary>
    private bool ResolveLabels(IReadOnlyList<LabelSourceEntry> sources, ProblemList problems)
    {
        var named = new List<(string Name, string Specification)>();
        var readable = true;
        foreach (var text in request.Labels ?? [])
        {
            var some = problems.Attempt(() => LabelArgument.Read(text, request.BaseFolder, sources));
            readable &= some is not null;
            named.AddRange(some ?? []);
        }

        var resolver = new LabelResolver(sources, text => LabelFile.IsThere(text, request.BaseFolder) ? files.OpenClasses(text) : throw LabelFile.NotThere(text, request.BaseFolder, sources), files.OpenArray, files.OpenMapping, request.Seed ?? 0);
        var labels = problems.Attempt(() => resolver.Resolve(named));
        Labels = labels ?? [];
        return labels is not null && readable;
    }

    private void SayUnlabelled()
    {
        foreach (var (name, labels) in Labels.Where(set => !set.Labels.IsSequenceDerived))
        {
            var unlabelled = labels.Ids.Count(-1);
            if (unlabelled == labels.Ids.Length && unlabelled > 0) log.Warning("label set {Name:l} labels nothing: all {All} of its labels are -1 or empty", name, unlabelled);
            else if (unlabelled > 0) log.Information("label set {Name:l}: {Unlabelled} of {All} labels are -1 or empty, which is a row without a label", name, unlabelled, labels.Ids.Length);
        }
    }

    /// <summary>Opens a file only to learn whether it can be read.</summary>
    private static ActivationSet[] Opened(FoundFile found)
    {
        using var file = ArrayFile.Open(found.Path);
        return [];
    }

    private ActivationSet[] OfFile(FoundFile found, List<LeftOut> leftOut)
    {
        using var file = ArrayFile.Open(found.Path);
        var chosen = new ArrayChoice(Labels, request.Sequences == Axes).Choose(file, found.Key, found.IsNamed, leftOut);
        var name = found.Set.Replace(Wildcard.StepMark, found.StepText, StringComparison.Ordinal);
        wholeNumbers.AddRange(file.Arrays.Except(chosen).Where(array => array.ElementType.IsInteger()).Select(array => (array.Key.Length > 0 ? $"{name}:{array.Key}" : name, array.Shape)));
        return [.. chosen.Select(array => OfArray(found, array))];
    }

    private ActivationSet OfArray(FoundFile found, StoredArray array)
    {
        var leading = ArrayChoice.LeadingAxes(array);
        var activations = new FileActivations(found.Path, array);
        var sequences = SequencesOf(array.Name, leading, activations.Rows);
        foreach (var (name, set) in Labels) CheckSequences(name, set, array.Name, leading, sequences, activations.Rows);
        var attention = AttentionOf(found, array, leading);
        RowLabels[] labels = [.. Labels.Select(set => RowLabels.Over(set.Name, set.Labels, array.Name, leading))];
        return new ActivationSet
        {
            Name = found.Set,
            Layer = array.Key,
            Step = found.Step,
            Activations = activations,
            Sequences = sequences,
            Labels = labels,
            Selected = Positions.Parse(request.Positions ?? "common").Select(activations.Rows, sequences, labels),
            Reference = ReferenceOf(found, array, activations.Rows),
            Attention = attention,
            Notes = attention is not null && attention.Sequences < leading[0] ? [$"attention of the first {attention.Sequences} of {leading[0]} sequences"] : [],
        };
    }

    private SequenceLayout? SequencesOf(string name, IReadOnlyList<long> leading, long rows)
    {
        if (leading.Count == 2)
        {
            return request.Sequences is null or Axes
                ? SequenceLayout.Rectangular(leading[0], leading[1])
                : throw new UserError($"{name} has a sequence axis already; leave out --sequences, or say --sequences axes.");
        }

        if (request.Sequences == Axes) throw new UserError($"{name} has 2 axes, rows and features, and no sequence axis; give --sequences rows if it is one sequence, or --sequences FILE.");
        if (request.Sequences == "rows") return SequenceLayout.Rectangular(1, rows);
        if (request.Sequences is { } spec)
        {
            var ids = files.OpenArray(spec);
            if (ids.Length != rows) throw new UserError($"--sequences {spec} has {ids.Length} ids; {name} has {rows} rows, and one id per row is needed.");
            return SequenceLayout.FromIds(spec, ids.Integers);
        }

        // Tokens, and labels of two axes, say how flattened rows lie: (length) is one sequence, (sequences, length) are several.
        var (layer, labels) = Labels.OrderByDescending(set => set.Labels.IsSequenceDerived).FirstOrDefault(set => set.Labels.IsSequenceDerived || set.Labels.Shape is [_, > 1]);
        if (labels is null) return null;
        if (labels.Shape.Count == 1) return SequenceLayout.Rectangular(1, rows);
        said.Add($"the rows of {name} are taken as {labels.Shape[0]} {(labels.Shape[0] == 1 ? "sequence" : "sequences")} of {labels.Shape[1]}, as label set {layer} is laid out");
        return SequenceLayout.Rectangular(labels.Shape[0], labels.Shape[1]);
    }

    /// <summary>Refuses labels that lie in other sequences than the rows: n-grams would run over the ends of sequences, and folds would cut through them.</summary>
    private static void CheckSequences(string name, LabelSet labels, string activations, IReadOnlyList<long> leading, SequenceLayout? sequences, long rows)
    {
        var perSequence = leading.Count == 2 && labels.Shape.Count == 1 && labels.Shape[0] == leading[0];
        if (!labels.IsSequenceDerived && (labels.Shape.Count == 1 || perSequence)) return;
        if (sequences is not null && sequences.Agrees(labels.Shape, rows)) return;
        var has = sequences is null ? "no sequence axis" : $"{sequences.Count} sequences laid out otherwise";
        var remedy = leading.Count == 2
            ? $"save them with the shape {ArrayShape.Text(leading)}"
            : labels.IsSequenceDerived ? "give --sequences and tokens of the same sequences" : "save them with .reshape(-1)";
        throw new UserError($"label set {name} has shape {ArrayShape.Text(labels.Shape)}; {activations} has {has}, so {remedy}.");
    }

    private FileActivations? ReferenceOf(FoundFile found, StoredArray array, long rows)
    {
        if (request.Reference is null) return null;
        var (path, key) = Beside(request.Reference, found);
        using var file = ArrayFile.Open(path);
        var reference = file.Find(key ?? (file.Arrays.Any(one => one.Key == array.Key) ? array.Key : ""));
        if (reference.Shape.Count is < 2 or > 3)
        {
            var axes = reference.Shape.Count == 1 ? "1 axis" : $"{reference.Shape.Count} axes";
            throw new UserError($"the reference {reference.Name} has {axes}; (rows, features) or (sequences, length, features) is needed{(reference.Shape.Count == 1 ? ", so save it with .reshape(-1, 1)" : "")}.");
        }

        var source = new FileActivations(path, reference);
        if (reference.Shape.Count == 3 && !ArrayChoice.LeadingAxes(reference).SequenceEqual(ArrayChoice.LeadingAxes(array)))
            throw new UserError($"the reference {reference.Name} has shape {ArrayShape.Text(reference.Shape)}; {array.Name} has {ArrayShape.Text(array.Shape)}, and all axes but the last must be the same.");
        return source.Rows == rows ? source : throw new UserError($"the reference {reference.Name} has {source.Rows} rows; {array.Name} has {rows}, and a reference goes row for row.");
    }

    private FileAttention? AttentionOf(FoundFile found, StoredArray array, IReadOnlyList<long> leading)
    {
        if (request.Attention is null) return null;
        if (leading.Count != 2)
        {
            throw new UserError(
                $"--attention needs activations of shape (sequences, length, features); {array.Name} has no sequence axis: if it is one sequence x, save x[None], give --sequences axes, and attention of shape (1, heads, length, length).");
        }

        var (path, key) = Beside(request.Attention, found);
        var perCheckpoint = request.Attention.Contains(Wildcard.StepMark, StringComparison.Ordinal);
        if (perCheckpoint && !File.Exists(path))
        {
            log.Warning("{Set:l} has no attention: {File:l} is not there", array.Name, Path.GetFileName(path));
            return null;
        }

        using var file = ArrayFile.Open(path);
        key ??= file.Arrays.Count == 1 ? file.Arrays[0].Key : array.Key;
        if (file.Arrays.All(one => one.Key != key))
        {
            log.Warning("{Set:l} has no attention: {File:l} holds no '{Key:l}'", array.Name, Path.GetFileName(path), key);
            return null;
        }

        return new FileAttention(path, file.Find(key), leading[0], leading[1]);
    }

    /// <summary>Reads a FILE or FILE:KEY in which {step} stands for the checkpoint of the activations.</summary>
    private (string Path, string? Key) Beside(string text, FoundFile found)
    {
        var spec = FileSpec.Parse(text.Replace(Wildcard.StepMark, found.StepText, StringComparison.Ordinal));
        return (Path.GetFullPath(spec.Path, request.BaseFolder), spec.Key);
    }
}
