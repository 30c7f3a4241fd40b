namespace Infoscope.Engine.Feeding;

/// <summary>Asks an estimator what it needs, and whether that makes sense.</summary>
internal static class RequirementChecks
{
    /// <summary>Gives the requirements.</summary>
    /// <exception cref="PluginFaultException">They are none that can be met.</exception>
    public static InputRequirements Of(EstimatorEntry entry)
    {
        var needs = entry.Estimator.Requires(entry.Options) ?? throw new PluginFaultException("Requires gave null");
        var known = Enum.IsDefined(needs.Access) && Enum.IsDefined(needs.RowKind) && (needs.Precision is not { } precision || Enum.IsDefined(precision))
            && Array.TrueForAll([needs.Labels, needs.Sequences, needs.Reference, needs.Attention], Enum.IsDefined);
        if (!known) throw new PluginFaultException("Requires gave a number that names no way of access, kind of rows, precision or need");
        if (needs.MinimumRows < 0 || needs.MaximumRows < 1) throw new PluginFaultException($"Requires asks for at least {needs.MinimumRows} and at most {needs.MaximumRows} rows");
        if (needs.BytesPerLabel < 0) throw new PluginFaultException($"Requires says that a label takes {needs.BytesPerLabel} bytes");
        if (needs.BytesPerLabelAndFeature < 0) throw new PluginFaultException($"Requires says that a label takes {needs.BytesPerLabelAndFeature} bytes for each feature");
        return needs;
    }
}
