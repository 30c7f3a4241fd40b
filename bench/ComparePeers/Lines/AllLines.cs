namespace Infoscope.ComparePeers.Lines;

/// <summary>The lines of the table, in its order.</summary>
internal static class AllLines
{
    /// <summary>Gets the lines.</summary>
    public static IReadOnlyList<ILine> Lines { get; } =
    [
        new SoftEntropyLine("soft-10-numpy", "numpy", 10, 1, 3),
        new SoftEntropyLine("soft-10-torch", "torch", 10, 1, 3.5),
        new SoftEntropyLine("soft-5000-numpy", "numpy", 5000, 1, 12),
        new SoftEntropyLine("soft-5000-torch", "torch", 5000, 1, 20),
        new SoftEntropyLine("soft-10x5000-numpy", "numpy", 5000, 10, 20),
        new PermutedLabelsLine(),
        new ProductLine(),
        new DiffusionLine("dse-2000", 2000, 300, IsExact: true, 2, Times: 5),
        new DiffusionLine("slq-5000", 5000, 600, IsExact: false, 25, Times: 3),
        new DiffusionLine("slq-10000", 10_000, 800, IsExact: false, 60, Times: 1),
        new InformationLine(),
        new LassoLine("lasso", 0.01, 1, 3),
        new LassoLine("lasso-path", 0.001, 100, 10),
        new ListLine(),
        new LargeFileLine(),
    ];
}
