using System.Text.Json;

namespace Infoscope.Host.Plans;

/// <summary>Reads a plan: a JSON object, comments and trailing commas allowed, whose properties are the flags of compare.</summary>
internal static class PlanFile
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private static readonly string[] Known =
    [
        "activations", "labels", "reference", "sequences", "attention", "estimators", "quantities", "set", "null", "null-unit", "null-within", "memory", "chain", "optimality", "differences", "scale-probe", "save-state", "shard", "seed", "positions", "items", "precision",
        "unit", "format", "out", "overwrite", "device", "threads", "plugin",
    ];

    /// <summary>Reads a plan; everything that is wrong in it is told at once.</summary>
    /// <exception cref="UserError">The file is not there, is no JSON, or says what no plan can say.</exception>
    public static CompareRequest Read(string path)
    {
        if (!File.Exists(path)) throw new UserError($"the plan {path} does not exist; check the path (the current folder is {Environment.CurrentDirectory}).");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Options);
            return Request(path, document.RootElement);
        }
        catch (JsonException failure)
        {
            throw new UserError($"the plan {path} cannot be read{(failure.LineNumber is { } line ? $" at line {line + 1}" : "")}: {failure.Message.Split(" LineNumber")[0]}");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON and no Unicode: it shows when a name is compared or a text is read.
            throw new UserError($"the plan {path} holds a \\u escape that is no Unicode character; write the character itself.");
        }
    }

    private static CompareRequest Request(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new UserError($"the plan {path} holds {PlanReader.Kind(root)}; a plan is an object such as {{ \"activations\": [\"layer1.npy\"] }}.");
        var problems = new ProblemList();
        problems.AddRange(root.EnumerateObject().Where(property => !Known.Contains(property.Name))
            .Select(property => $"the plan {path} has a property '{property.Name}', which no plan has; {Suggest.Sentence(property.Name, Known)}"));
        var reader = new PlanReader(path, root, problems);
        var request = new CompareRequest
        {
            Activations = reader.Texts("activations"),
            Labels = reader.Pairs("labels"),
            Reference = reader.Text("reference"),
            Sequences = reader.Text("sequences"),
            Attention = reader.Text("attention"),
            Estimators = reader.Texts("estimators"),
            Quantities = reader.Texts("quantities"),
            Set = reader.Pairs("set"),
            Null = (int?)reader.Number("null", int.MaxValue),
            NullUnit = reader.Text("null-unit"),
            NullWithin = reader.Texts("null-within"),
            Memory = reader.Text("memory"),
            Chain = reader.Texts("chain"),
            Optimality = reader.Texts("optimality"),
            Differences = reader.Texts("differences"),
            ScaleProbe = reader.Text("scale-probe"),
            SaveState = reader.Text("save-state"),
            Shard = reader.Text("shard"),
            Seed = reader.Number("seed", ulong.MaxValue),
            Positions = reader.Text("positions"),
            Items = reader.Flag("items"),
            Precision = reader.Text("precision"),
            Unit = reader.Text("unit"),
            Format = reader.Text("format"),
            Out = reader.Text("out"),
            Overwrite = reader.Flag("overwrite"),
            Device = reader.Text("device"),
            Threads = (int?)reader.Number("threads", int.MaxValue),
            Plugin = reader.Texts("plugin"),
            BaseFolder = Path.GetDirectoryName(Path.GetFullPath(path))!,
        };
        if (request.Plugin?.Contains("") == true) problems.Add($"the plan {path}: plugin holds an empty text; give a folder, a DLL or a .cs file.");
        problems.ThrowIfAny();
        return request;
    }
}
