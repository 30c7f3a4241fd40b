namespace Infoscope.Conformance;

/// <summary>The properties of all laws, in the order of <see cref="Law"/>.</summary>
internal static class AllLaws
{
    /// <summary>Gets them.</summary>
    public static IReadOnlyList<LawProperty> Properties { get; } = [.. new LawProperty[]
    {
        new NonNegativeLaw(), new AtMostLabelEntropyLaw(), new AtMostOwnEntropyLaw(), new ChannelCeilingLaw(), new JsdIdentityLaw(), new JsdRangeLaw(), new LabelRefinementMonotoneLaw(),
        new ChainRuleLaw(), new SymmetricLaw(), new DataProcessingLabelsLaw(), new DataProcessingRepresentationLaw(), new AdditiveIndependentLaw(),
        new SamplePermutationLaw(), new LabelRenamingLaw(), new DimensionPermutationLaw(), new IsometryLaw(), new TranslationLaw(), new GlobalScaleLaw(), new PerSampleScaleLaw(),
        new InvertibleLinearLaw(), new MonotonePerDimensionLaw(), new AnyInvertibleLaw(), new ReplicationLaw(),
        new ZeroUnderShuffleLaw(), new DeclaredNullBiasLaw(),
        new MergeableLaw(), new DeterministicLaw(),
        new DeclaredCeilingLaw(), new UnitConversionLaw(), new DegenerateInputsLaw(), new InputUnchangedLaw(), new CancellationObeyedLaw(), new MemoryReleasedLaw(),
    }.OrderBy(property => property.Law)];
}
