using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Infoscope.Conformance;

/// <summary>Saved cases as JSON that a person can read: each row on a line of its own, numbers in the shortest form that reads back.</summary>
public static class CaseText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = false };

    /// <summary>Writes the cases of one law.</summary>
    public static string Write(string estimator, Law law, IReadOnlyList<TestCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"estimator\": {JsonSerializer.Serialize(estimator)},\n  \"law\": \"{law}\",\n  \"cases\": [\n");
        text.AppendJoin(",\n", cases.Select(Write)).Append("\n  ]\n}\n");
        return text.ToString();
    }

    /// <summary>Reads the cases of one law.</summary>
    /// <exception cref="FormatException">It is not what <see cref="Write(string, Law, IReadOnlyList{TestCase})"/> writes for this estimator and law; the message says where.</exception>
    public static IReadOnlyList<TestCase> Read(string text, string estimator, Law law)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("estimator").GetString() != estimator || root.GetProperty("law").GetString() != law.ToString())
                throw new FormatException($"it is of {root.GetProperty("law")} and {root.GetProperty("estimator")}, its name of {law} and {estimator}");
            return [.. root.GetProperty("cases").EnumerateArray().Select(Read)];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new FormatException(failure is KeyNotFoundException ? "estimator, law, cases, options, rows, fine, coarse_of and seed are needed, and one is missing" : failure.Message, failure);
        }
    }

    private static string Write(TestCase one)
    {
        var sample = one.Sample;
        var rows = string.Join(",\n", sample.Rows.Select(row => $"        {JsonSerializer.Serialize(row, Options)}"));
        var options = one.Configuration.Texts.OrderBy(option => option.Key, StringComparer.Ordinal).ToDictionary();
        return string.Create(CultureInfo.InvariantCulture, $$"""
                {
                  "options": {{JsonSerializer.Serialize(options, Options)}},
                  "rows": [
            {{rows}}
                  ],
                  "fine": {{JsonSerializer.Serialize(sample.Labels.Fine, Options)}},
                  "coarse_of": {{JsonSerializer.Serialize(sample.Labels.CoarseOf, Options)}},
                  "seed": {{sample.Seed}}
                }
            """);
    }

    private static TestCase Read(JsonElement saved)
    {
        var texts = saved.GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value.GetString() ?? throw new FormatException("an option is null"));
        double[][] rows = [.. saved.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];
        var labels = new LabelTree { Fine = Whole(saved, "fine"), CoarseOf = Whole(saved, "coarse_of") };
        if (rows.Length == 0 || rows[0].Length == 0 || Array.Exists(rows, row => row.Length != rows[0].Length || !Array.TrueForAll(row, double.IsFinite)))
            throw new FormatException("rows needs at least one row, and as many finite numbers in each, at least one");
        if (labels.Fine.Length != rows.Length) throw new FormatException($"fine has {labels.Fine.Length} labels for {rows.Length} rows");
        if (labels.Count == 0 || Array.Exists(labels.CoarseOf, label => label < 0)) throw new FormatException("coarse_of needs a label of at least 0 for each fine label, of which there is at least one");
        if (Array.Exists(labels.Fine, label => label < -1 || label >= labels.Count)) throw new FormatException($"fine holds a label outside -1 to {labels.Count - 1}");
        return new TestCase(new Configuration { Texts = texts, Resolved = texts }, new Sample { Rows = rows, Labels = labels, Seed = saved.GetProperty("seed").GetUInt64() });
    }

    private static int[] Whole(JsonElement saved, string name) => [.. saved.GetProperty(name).EnumerateArray().Select(label => label.GetInt32())];
}
