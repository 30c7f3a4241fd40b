using System.Globalization;

namespace Infoscope.Host;

/// <summary>Reads --vary ESTIMATOR.OPTION=VALUE,VALUE,...: the values that an estimator is run with, one after another.</summary>
internal static class OptionVariants
{
    private const string Flag = "--vary", Form = "ESTIMATOR.OPTION=VALUE,VALUE,... is needed, such as soft-entropy.anchors=100,200";

    // More lines of one estimator say nothing to a reader.
    private const int MostVariants = 1000;

    /// <summary>Gives the options of each variant of each estimator that has any: the product of all values, the last option changing fastest; what cannot be is a problem.</summary>
    /// <param name="vary">What was given.</param>
    /// <param name="set">The options that all variants have, by estimator.</param>
    /// <param name="chosen">The estimators that options may be varied for.</param>
    /// <param name="problems">Takes the sentences.</param>
    public static Dictionary<string, IReadOnlyList<Dictionary<string, string>>> Of(
        IReadOnlyList<string> vary, IReadOnlyDictionary<string, Dictionary<string, string>> set, IReadOnlyList<string> chosen, List<string> problems)
    {
        var values = new Dictionary<string, List<(string Name, string[] Values)>>();
        foreach (var text in vary)
        {
            if (OptionTexts.Read(Flag, Form, text, chosen, "compared", problems) is not { } option) continue;
            if (!values.TryGetValue(option.Id, out var own)) values[option.Id] = own = [];
            var full = $"{option.Id}.{option.Name}";
            string[] given = [.. option.Value.Split(',', StringSplitOptions.TrimEntries)];
            if (given is [""]) problems.Add($"{Flag} gives {full} no value; {Form}.");
            else if (given.Contains("")) problems.Add($"{Flag} gives {full} an empty value among '{option.Value}'; leave out a comma.");
            else if (given.GroupBy(Canonical).FirstOrDefault(same => same.Count() > 1) is { } twice) problems.Add($"{Flag} gives {full} the value '{twice.First()}' twice; give it once.");
            else if (own.Exists(other => other.Name == option.Name)) problems.Add($"{Flag} gives {full} twice; give it once, with all its values.");
            else if (set.GetValueOrDefault(option.Id)?.ContainsKey(option.Name) == true) problems.Add($"{full} is both set and varied; leave out --set {full} or {Flag} {full}.");
            else own.Add((option.Name, given));
        }

        foreach (var (id, own) in values)
        {
            var count = own.Aggregate(1L, (product, option) => Math.Min(product * option.Values.Length, int.MaxValue));
            if (count <= MostVariants) continue;
            problems.Add($"{Flag} makes {count} variants of {id}; allowed is up to {MostVariants}.");
            own.Clear();
        }

        return values.ToDictionary(one => one.Key, one => Product(set.GetValueOrDefault(one.Key) ?? [], one.Value));
    }

    // 2 and 02 are one number, and true and TRUE one flag.
    private static string Canonical(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : value.ToUpperInvariant();

    private static IReadOnlyList<Dictionary<string, string>> Product(Dictionary<string, string> shared, List<(string Name, string[] Values)> options)
    {
        IEnumerable<Dictionary<string, string>> variants = [shared];
        foreach (var (name, values) in options) variants = [.. variants.SelectMany(variant => values.Select(value => new Dictionary<string, string>(variant) { [name] = value }))];
        return [.. variants];
    }
}
