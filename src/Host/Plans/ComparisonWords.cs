using System.Globalization;
using Infoscope.Engine;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Labels;

namespace Infoscope.Host.Plans;

/// <summary>Reads the words of a request that the engine's settings are made of; what cannot be read is a problem.</summary>
internal sealed class ComparisonWords(CompareRequest request, ProblemList problems)
{
    private static readonly string[] Axes = ["steps", "layers"];

    /// <summary>Reads --null-unit; null leaves it to the data.</summary>
    public NullUnit? NullUnit() => request.NullUnit is null ? null : problems.OneOf("--null-unit", request.NullUnit, ["rows", "sequences"]) == "rows" ? Engine.Labels.NullUnit.Rows : Engine.Labels.NullUnit.Sequences;

    /// <summary>Reads --memory.</summary>
    public long MemoryBytes()
    {
        if (request.Memory is not { } text) return ComparisonSettings.DefaultMemoryBytes;
        if (ByteSize.Parse(text) is { } bytes) return bytes;
        problems.Add($"--memory is '{text}'; a size such as 512MiB, 2GiB or a number of bytes is needed.");
        return 1;
    }

    /// <summary>Reads --differences.</summary>
    public IReadOnlyList<DifferenceAxis> Differences() =>
        [.. Names(request.Differences).Select(word => problems.OneOf("--differences", word, Axes)).Distinct().Select(word => word == Axes[0] ? DifferenceAxis.Steps : DifferenceAxis.Layers)];

    /// <summary>Reads --scale-probe.</summary>
    public bool ProbesScale() => problems.OneOf("--scale-probe", request.ScaleProbe ?? "on", ["on", "off"]) == "on";

    /// <summary>Reads --chain; the label sets must be known.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Chains(IReadOnlyList<string> labels)
    {
        var chains = new List<IReadOnlyList<string>>();
        foreach (var text in request.Chain ?? [])
        {
            var names = Names([text]);
            if (names.Length < 2) problems.Add($"--chain is '{text}'; at least two label sets from coarse to fine are needed, such as token,bigram.");
            if (names.Distinct().Count() < names.Length) problems.Add($"--chain {text} names a label set twice; name each once.");
            AddUnknown("--chain", text, names, labels);
            chains.Add(names);
        }

        return chains;
    }

    /// <summary>Reads --optimality; the label sets must be known.</summary>
    public IReadOnlyList<Optimality> Optimalities(IReadOnlyList<string> labels) =>
        [.. Pairs("--optimality", request.Optimality, "an output and an input label set are needed as OUTPUT:INPUT, such as next:token", labels).Select(pair => new Optimality(pair.First, pair.Second))];

    /// <summary>Reads --null-within; the label sets must be known.</summary>
    public IReadOnlyDictionary<string, string> NullWithin(IReadOnlyList<string> labels)
    {
        var within = new Dictionary<string, string>();
        foreach (var (first, second) in Pairs("--null-within", request.NullWithin, "a label set and the one within whose labels it is permuted are needed as NAME:WITHIN, such as bigram:token", labels))
        {
            if (first == second) problems.Add($"--null-within {first}:{second} would permute nothing; name two label sets.");
            else if (!within.TryAdd(first, second)) problems.Add($"--null-within names {first} twice; name it once.");
        }

        return within;
    }

    /// <summary>Reads --shard.</summary>
    public Shard Shard()
    {
        if (request.Shard is not { } text) return Engine.Shard.Whole;
        if (text.Split('/') is [var index, var count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            && part >= 1 && part <= parts && parts <= ComparisonSettings.Folds)
        {
            if (parts > 1 && request.SaveState is null) problems.Add($"--shard {text} has no rows of its own; give --save-state FILE, and merge the files of all {parts} parts.");
            if (parts > 1 && request.Out is not null) problems.Add($"--shard {text} has no rows to write; leave out --out and give it to infoscope merge.");
            return new Shard(part - 1, parts);
        }

        problems.Add($"--shard is '{text}'; part I of N as I/N is needed, N at most {ComparisonSettings.Folds}, such as 1/3.");
        return Engine.Shard.Whole;
    }

    private IEnumerable<(string First, string Second)> Pairs(string flag, IReadOnlyList<string>? texts, string needed, IReadOnlyList<string> labels)
    {
        foreach (var text in texts ?? [])
        {
            if (text.Split(':') is not [{ Length: > 0 } first, { Length: > 0 } second])
            {
                problems.Add($"{flag} is '{text}'; {needed}.");
                continue;
            }

            AddUnknown(flag, text, [first, second], labels);
            yield return (first, second);
        }
    }

    private static string[] Names(IReadOnlyList<string>? texts) =>
        [.. (texts ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private void AddUnknown(string flag, string text, IEnumerable<string> names, IReadOnlyList<string> labels)
    {
        foreach (var name in names.Except(labels)) problems.Add($"{flag} {text} names '{name}', which is no label set; {Suggest.Sentence(name, labels)}");
    }
}
