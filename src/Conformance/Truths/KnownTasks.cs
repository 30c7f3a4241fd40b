namespace Infoscope.Conformance.Truths;

/// <summary>The catalogue of known tasks, in a fixed order: labels, pairs, differential entropies, discrete entropies, and tasks made of them.</summary>
public static class KnownTasks
{
    private static readonly double[] Deltas = [0.5, 1, 2, 3, 4, 6, 8];
    private static readonly double[] PamDeltas = [1, 2, 4];
    private static readonly int[] PamLabels = [3, 4, 8, 10];
    private static readonly double[] Amplitudes = [1, 2, 3];
    private static readonly int[] SimplexLabels = [3, 4, 10, 50];

    /// <summary>Gets every task of the catalogue.</summary>
    public static IReadOnlyList<KnownTask> All { get; } = [.. Labels(), .. Pairs(), .. Entropies(), .. Discrete(), .. Transformed()];

    /// <summary>Finds a task by its identity.</summary>
    /// <returns>The task, or null when none has that identity.</returns>
    public static KnownTask? Find(string id) => All.FirstOrDefault(task => task.Id == id);

    private static IEnumerable<KnownTask> Labels() =>
    [
        .. Deltas.Select(delta => LabelTasks.TwoGaussians(delta)),
        .. PamDeltas.Select(delta => LabelTasks.TwoGaussians(delta, 0.9)),
        .. PamLabels.SelectMany(labels => PamDeltas.Select(delta => LabelTasks.Pam(labels, delta))),
        LabelTasks.Qam(4, 2), LabelTasks.QamCoarse(4, 2),
        .. SimplexLabels.SelectMany(labels => Amplitudes.Select(amplitude => LabelTasks.Simplex(labels, amplitude))),
        LabelTasks.ScaleOnly(2), LabelTasks.ScaleOnly(4), LabelTasks.ScaleOnly(10),
        LabelTasks.Xor(1), LabelTasks.Xor(1.5), LabelTasks.Xor(2), LabelTasks.Xor(3),
        LabelTasks.AntipodalDirections(3, 1), LabelTasks.AntipodalDirections(3, 5), LabelTasks.AntipodalDirections(3, 20),
        LabelTasks.AntipodalDirections(16, 5), LabelTasks.AntipodalDirections(16, 20), LabelTasks.AntipodalDirections(64, 20),
        LabelTasks.DisjointCubes(4, 3), LabelTasks.DisjointCubes(10, 8), LabelTasks.Cells(4, 1), JointTasks.SymbolClasses(12, 3),
        LabelTasks.Independent(2, 1), LabelTasks.Independent(4, 16), LabelTasks.Independent(4, 64), LabelTasks.Independent(100, 8),
        LabelTasks.RadialOnly(8, 2), LabelTasks.RadialOnly(64, 4),
        LabelTasks.RectifiedGaussians(1), LabelTasks.RectifiedGaussians(2), LabelTasks.RectifiedGaussians(4),
        LabelTasks.CategoryUniform(2), LabelTasks.CategoryUniform(3), LabelTasks.CategoryUniform(5), LabelTasks.CategoryUniform(10),
        JointTasks.SymmetricChannel(2, 0.1), JointTasks.SymmetricChannel(4, 0.3), JointTasks.ErasureChannel(4, 0.25), JointTasks.RandomJoint(5, 12, 1),
    ];

    private static IEnumerable<KnownTask> Pairs()
    {
        var pair = PairTasks.Gaussian(0.75);
        var uniform = pair.MappedBoth(RowMaps.NormalCdf, RowMaps.NormalCdf);
        return
        [
            PairTasks.Gaussian(0),
            pair,
            uniform,
            pair.MappedBoth(RowMaps.HalfCube, RowMaps.HalfCube),
            pair.MappedBoth(RowMaps.SlowWiggly, RowMaps.Wiggly),
            pair.MappedBoth(RowMaps.EvenBimodal, RowMaps.Bimodal),
            uniform.Mapped(RowMaps.SwissRoll),
            PairTasks.AdditiveUniform(0.1), PairTasks.AdditiveUniform(0.75),
            PairTasks.Student(1, 1), PairTasks.Student(1, 1).MappedBoth(RowMaps.Asinh, RowMaps.Asinh), PairTasks.Student(2, 2), PairTasks.Student(5, 3),
            PairTasks.TwoPairs(3, 0.8),
            PairTasks.TwoPairs(3, 0.8).MappedBoth(RowMaps.Spiral(1, 2, 1.0 / 3), RowMaps.Spiral(0, 1, 1.0 / 3)),
            PairTasks.TwoPairs(5, 0.8).MappedBoth(RowMaps.Orthogonal(5, 1), RowMaps.Orthogonal(5, 2)),
            PairTasks.StrongDependence(1, 0.01), PairTasks.StrongDependence(4, 0.01), PairTasks.StrongDependence(16, 0.01), PairTasks.StrongDependence(32, 0.01),
            PairTasks.InflatedPoisson(0), PairTasks.InflatedPoisson(0.15), PairTasks.InflatedPoisson(0.5),
        ];
    }

    private static IEnumerable<KnownTask> Entropies() =>
    [
        .. Deltas.Select(delta => EntropyTasks.TwoGaussians(delta)),
        EntropyTasks.Normal(1), EntropyTasks.Normal(10), EntropyTasks.CorrelatedGaussian(5, 0.5), EntropyTasks.CorrelatedGaussian(20, 0.9),
        EntropyTasks.UniformCube(1, 1), EntropyTasks.UniformCube(4, 3),
        EntropyTasks.Laplace(1, 1), EntropyTasks.Laplace(4, 0.5),
        EntropyTasks.Exponential(1, 1), EntropyTasks.Exponential(4, 2),
        EntropyTasks.Student(1, 1), EntropyTasks.Student(1, 3), EntropyTasks.Student(4, 5),
    ];

    private static IEnumerable<KnownTask> Discrete() =>
    [
        DiscreteTasks.Uniform(10), DiscreteTasks.Uniform(1000),
        DiscreteTasks.Geometric(0.5), DiscreteTasks.Geometric(0.1),
        DiscreteTasks.Zipf(5, 1), DiscreteTasks.Zipf(100, 1), DiscreteTasks.Zipf(10_000, 1.2),
    ];

    private static IEnumerable<KnownTask> Transformed()
    {
        var simplex = LabelTasks.Simplex(4, 2);
        var noisy = simplex.WithNoise(60);
        return
        [
            noisy,
            noisy.Mapped(RowMaps.Orthogonal(64, 1)),
            simplex.WithNoise(12).Mapped(RowMaps.Spiral(0, 1, 0.25)),
            simplex.Mapped(RowMaps.Affine(4, 1)),
            simplex.Mapped(RowMaps.Scaling(100)),
            simplex.Mapped(RowMaps.Scaling(0.01)),
            simplex.Mapped(RowMaps.HalfCube),
            LabelTasks.Xor(1.5).WithNoise(14),
            LabelTasks.TwoGaussians(2).WithNoise(15).Mapped(RowMaps.Orthogonal(16, 1)),
            LabelTasks.TwoGaussians(2).Times(LabelTasks.CategoryUniform(3)),
            LabelTasks.ScaleOnly(4).Times(LabelTasks.Independent(2, 1)),
            EntropyTasks.UniformCube(4, 3).Mapped(RowMaps.Affine(4, 2)),
            EntropyTasks.Laplace(4, 0.5).Mapped(RowMaps.Orthogonal(4, 1)),
            EntropyTasks.Laplace(1, 1).Times(EntropyTasks.Exponential(1, 1)),
            DiscreteTasks.Geometric(0.5).Mapped(RowMaps.Scaling(0.1)),
        ];
    }
}
