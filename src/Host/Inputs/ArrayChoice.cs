using Infoscope.Engine.Inputs;
using Infoscope.Formats;

namespace Infoscope.Host.Inputs;

/// <summary>Decides which arrays of a file are activations, by their shapes and those of the label sets.</summary>
/// <param name="labels">The label sets that the rows must fit.</param>
/// <param name="knowsAxes">Whether it is known without labels what the axes of an array of three are.</param>
internal sealed class ArrayChoice(IReadOnlyList<(string Name, LabelSet Labels)> labels, bool knowsAxes)
{
    // As many as the readers of files list.
    private const int MostListed = 12;

    /// <summary>Chooses among the arrays of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">What the user asked for: a key, a key with wildcards, or null for all that fit.</param>
    /// <param name="isNamed">Whether the user named this very file, which then must hold an array that fits.</param>
    /// <param name="leftOut">Takes what was passed over, each with its reason.</param>
    public IReadOnlyList<StoredArray> Choose(StoredFile file, string? key, bool isNamed, ICollection<LeftOut> leftOut)
    {
        if (key is not null && !Wildcard.IsPattern(key)) return [Required(file.Find(key))];
        if (key is not null)
        {
            var wildcard = new Wildcard(key);
            var named = InOrder(file.Arrays.Where(array => wildcard.Match(array.Key) is not null));
            if (named.Length == 0) throw new UserError($"{file.Path} holds no array that matches '{key}'; it holds {Suggest.List([.. file.Arrays.Select(array => array.Key)], MostListed)}.");
            return [.. named.Select(array => Required(array))];
        }

        foreach (var member in file.Unreadable) leftOut.Add(new LeftOut(member.Key, [], WithoutRemedy(member.Reason.Replace(file.Path + ":", "", StringComparison.Ordinal))));
        if (isNamed && file.Arrays.Count == 1) return [Required(file.Arrays[0])];
        var chosen = new List<StoredArray>();
        foreach (var array in InOrder(file.Arrays))
        {
            if (ReasonAgainst(array) is { } reason) leftOut.Add(new LeftOut(array.Key.Length > 0 ? array.Key : Path.GetFileName(file.Path), array.Shape, reason));
            else chosen.Add(array);
        }

        return chosen.Count > 0 || !isNamed
            ? chosen
            : throw new UserError($"{file.Path} holds no array that can be compared: {Reasons(file)}.");
    }

    private string Reasons(StoredFile file)
    {
        string[] reasons =
        [
            .. file.Arrays.Select(array => $"{array.Key} of shape {ArrayShape.Text(array.Shape)} {ReasonAgainst(array)}"),
            .. file.Unreadable.Select(member => member.Reason.Replace(file.Path + ":", "", StringComparison.Ordinal).TrimEnd('.')),
        ];
        return reasons.Length == 0 ? "it is empty; save arrays into it" : string.Join("; ", reasons);
    }

    /// <summary>Gives the axes before the features: (rows), or (sequences, length).</summary>
    public static IReadOnlyList<long> LeadingAxes(StoredArray array) => [.. array.Shape.Take(array.Shape.Count - 1)];

    private static StoredArray[] InOrder(IEnumerable<StoredArray> arrays) => [.. arrays.OrderBy(array => array.Key, NaturalOrder.Instance)];

    // What to do about it differs from file to file, and nobody asked for the array.
    private static string WithoutRemedy(string reason) => reason.Split(';', ',')[0];

    private StoredArray Required(StoredArray array)
    {
        if (array.ElementType.IsText()) throw new UserError($"{array.Name} holds {array.ElementType.Word()}; activations are numbers, so if these are labels give --labels NAME={array.Name}.");
        if (array.Shape.Count is < 2 or > 3)
        {
            var axes = array.Shape.Count == 1 ? "1 axis" : $"{array.Shape.Count} axes";
            throw new UserError($"{array.Name} has shape {ArrayShape.Text(array.Shape)}, {axes}; activations have shape (rows, features) or (sequences, length, features), so {OtherAxes(array)}.");
        }

        var leading = LeadingAxes(array);
        if (leading.Count == 2 && labels.Count == 0 && !knowsAxes)
        {
            throw new UserError(
                $"{array.Name} has shape {ArrayShape.Text(array.Shape)}, 3 axes; without labels it is not known whether the first two are sequences and positions: give --sequences axes if they are, labels of shape ({leading[0]}, {leading[1]}) or ({leading[0]},), or save it as x.reshape(-1, {array.Shape[2]}).");
        }

        foreach (var (name, set) in labels)
        {
            if (array.Shape.Count == 2 && !RowLabels.Fits(set.Shape, leading) && RowLabels.Fits(set.Shape, [array.Shape[1]]))
                throw new UserError($"label set {name} has shape {ArrayShape.Text(set.Shape)}; {array.Name} has shape {ArrayShape.Text(array.Shape)}, which is features by rows: save it as x.T.");
            RowLabels.Over(name, set, array.Name, leading);
        }

        return array;
    }

    private static string OtherAxes(StoredArray array) => array.Shape switch
    {
        [] => "save the activations of all rows together, as np.stack(rows)",
        [_] when array.ElementType.IsInteger() => $"if these are labels give --labels NAME={array.Name}, else save it as x.reshape(-1, 1)",
        [_] => "save it as x.reshape(-1, 1) if each number is a row, or many rows together as np.stack(rows)",
        [var first, var second, _, _] => $"save it as x.reshape({first}, -1), a row for each of the first axis, or if it is (N, C, H, W) as x.transpose(0, 2, 3, 1).reshape(-1, {second}), a row for each position",
        [var first, ..] => $"save it as x.reshape({first}, -1), a row for each of the first axis",
    };

    /// <summary>Says why an array that was not named is left out; null when it is taken.</summary>
    public string? ReasonAgainst(StoredArray array)
    {
        if (array.ElementType.IsText()) return $"holds {array.ElementType.Word()}, and activations are numbers";
        if (array.ElementType.IsInteger()) return $"holds {array.ElementType.Word()}, which is taken for activations only when its file or its key is named";
        if (array.Shape.Count is < 2 or > 3) return "has neither the shape (rows, features) nor (sequences, length, features)";
        var leading = LeadingAxes(array);
        if (leading.Count == 2 && labels.Count == 0 && !knowsAxes) return $"has 3 axes and there are no labels that say what they are, which would have shape ({leading[0]}, {leading[1]}) or ({leading[0]},)";
        var misfit = labels.FirstOrDefault(set => !RowLabels.Fits(set.Labels.Shape, leading));
        return misfit.Labels is null ? null : $"does not fit the label set {misfit.Name} of shape {ArrayShape.Text(misfit.Labels.Shape)}";
    }
}
