namespace Infoscope.Host.Plans;

/// <summary>What a comparison is asked to do, from flags or from a plan file; null is not said.</summary>
internal sealed record CompareRequest
{
    public IReadOnlyList<string>? Activations { get; init; }

    /// <summary>Gets the label sets as NAME=SPEC.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    public string? Reference { get; init; }

    public string? Sequences { get; init; }

    public string? Attention { get; init; }

    public IReadOnlyList<string>? Estimators { get; init; }

    public IReadOnlyList<string>? Quantities { get; init; }

    /// <summary>Gets the options as ID.OPTION=VALUE.</summary>
    public IReadOnlyList<string>? Set { get; init; }

    /// <summary>Gets the options that flags set over those of a plan; their files are relative to <see cref="FlagFolder"/>.</summary>
    public IReadOnlyList<string>? SetOverPlan { get; init; }

    /// <summary>Gets the folder that the paths of flags are relative to where there is a plan as well.</summary>
    public string? FlagFolder { get; init; }

    public int? Null { get; init; }

    public string? NullUnit { get; init; }

    /// <summary>Gets label sets permuted within another as NAME:WITHIN.</summary>
    public IReadOnlyList<string>? NullWithin { get; init; }

    public string? Memory { get; init; }

    /// <summary>Gets the ordered chains of label sets, each as names with commas between.</summary>
    public IReadOnlyList<string>? Chain { get; init; }

    /// <summary>Gets pairs of label sets as OUTPUT:INPUT.</summary>
    public IReadOnlyList<string>? Optimality { get; init; }

    /// <summary>Gets the axes of differences, with commas between or one by one.</summary>
    public IReadOnlyList<string>? Differences { get; init; }

    public string? ScaleProbe { get; init; }

    public string? SaveState { get; init; }

    /// <summary>Gets which part of the comparison to run, as I/N.</summary>
    public string? Shard { get; init; }

    public ulong? Seed { get; init; }

    public string? Positions { get; init; }

    public bool? Items { get; init; }

    public string? Precision { get; init; }

    public string? Unit { get; init; }

    public string? Format { get; init; }

    public string? Out { get; init; }

    public bool? Overwrite { get; init; }

    public string? Device { get; init; }

    public int? Threads { get; init; }

    public IReadOnlyList<string>? Plugin { get; init; }

    /// <summary>Gets the folder that relative paths are relative to.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>Takes from a plan what the flags do not say; options are taken from both, the flags' winning.</summary>
    public CompareRequest Over(CompareRequest plan) => new()
    {
        Activations = plan.Activations,
        Labels = plan.Labels,
        Reference = plan.Reference,
        Sequences = plan.Sequences,
        Attention = plan.Attention,
        Estimators = Estimators ?? plan.Estimators,
        Quantities = Quantities ?? plan.Quantities,
        Set = plan.Set,
        SetOverPlan = Set,
        FlagFolder = BaseFolder,
        Null = Null ?? plan.Null,
        NullUnit = NullUnit ?? plan.NullUnit,
        NullWithin = NullWithin ?? plan.NullWithin,
        Memory = Memory ?? plan.Memory,
        Chain = Chain ?? plan.Chain,
        Optimality = Optimality ?? plan.Optimality,
        Differences = Differences ?? plan.Differences,
        ScaleProbe = ScaleProbe ?? plan.ScaleProbe,
        SaveState = SaveState is null ? Rooted(plan.SaveState, plan.BaseFolder) : Rooted(SaveState, BaseFolder),
        Shard = Shard ?? plan.Shard,
        Seed = Seed ?? plan.Seed,
        Positions = Positions ?? plan.Positions,
        Items = Items ?? plan.Items,
        Precision = Precision ?? plan.Precision,
        Unit = Unit ?? plan.Unit,
        Format = Format ?? plan.Format,
        Out = Out is null ? Rooted(plan.Out, plan.BaseFolder) : Rooted(Out, BaseFolder),
        Overwrite = Overwrite ?? plan.Overwrite,
        Device = Device ?? plan.Device,
        Threads = Threads ?? plan.Threads,
        Plugin = [.. (plan.Plugin ?? []).Select(path => Rooted(path, plan.BaseFolder)!), .. (Plugin ?? []).Select(path => Rooted(path, BaseFolder)!)],
        BaseFolder = plan.BaseFolder,
    };

    private static string? Rooted(string? path, string folder) => path is null ? null : Path.GetFullPath(path, folder);
}
