namespace Infoscope.Fixtures.EchoInputs;

/// <summary>A label source with an argument of every kind: the label of a row is its whole number modulo the count.</summary>
/// <remarks>A row equal to <c>pad</c> has no label, nor has one that lacks a label in <c>where</c> or in any of <c>and</c>.</remarks>
[LabelSource("echo-arguments", Summary = "Whole numbers modulo a count.")]
[LabelArgument(0, "count", LabelArgumentKind.Count, Summary = "The number of labels.")]
[LabelArgument(1, "numbers", LabelArgumentKind.Array, Summary = "The whole numbers.")]
[LabelArgument(2, "pad", LabelArgumentKind.Number, Optional = true, Summary = "The number that stands for no label.")]
[LabelArgument(3, "where", LabelArgumentKind.LabelSet, Optional = true, Summary = "A label set that has to have a label.")]
[LabelArgument(4, "and", LabelArgumentKind.LabelSets, Optional = true, Summary = "More of the same.")]
public sealed class EchoArguments : ILabelSource
{
    public LabelSet Derive(LabelRequest request)
    {
        var count = request.Count("count");
        if (count < 1) throw new OptionException($"{request.Source}: count is {count}; allowed is 1 and more.");
        var array = request.Array("numbers");
        var numbers = array.Integers;
        var pad = request.Has("pad") ? request.Number("pad") : double.NaN;
        List<LabelSet> required = [];
        if (request.Has("where")) required.Add(request.LabelSet("where"));
        if (request.Has("and")) required.AddRange(request.LabelSets("and"));
        var ids = new int[numbers.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            var labelled = numbers[row] != pad;
            foreach (var set in required) labelled &= set.Ids[row] >= 0;
            ids[row] = labelled ? (int)(((numbers[row] % count) + count) % count) : -1;
        }

        return new LabelSet(array.Shape, ids, [.. Enumerable.Range(0, (int)count).Select(label => $"{label}")]);
    }
}
