using Infoscope;

/// <summary>Information between labels and rows from distances to nearest neighbours: a row whose own label is near and whose others are far tells its label.</summary>
/// <remarks>
/// For row i of label y, let r be the distance to the k-th nearest row of the same label, and m the number of rows of any label within r. With psi the digamma function
/// I(Y;Z) = mean over i of psi(N) - psi(N_y) + psi(k) - psi(m), N rows and N_y of them of that label (Ross 2014, equation 2).
/// Ties: m counts every row at distance r or less, as in the paper, and so does k: where several rows of the label lie at exactly r, all of them count. Without ties this is the paper's k.
/// With it, copies of a row are neighbours at distance 0, and rows that are all equal have an information near 0; with the option's k it would be far below 0. Nothing is jittered.
/// Input: rows (n, d), n at least 2; at least one label set. Left out and counted: rows that are not finite and, for a label set, rows that are the only one of their label, which have no neighbour.
/// A label with k rows or fewer uses all others of its own. Rows without a label take no part. Of more than maximum-rows rows the engine hands over a seeded subsample.
/// Range: nats; at most psi(N) - mean psi(N_y), about (labels - 1)/2N above the entropy of the labels; below 0 when labels say little, and never clamped, so that nothing biases the null.
/// Falls short of the truth where the k-th neighbour is far, as in many dimensions or with few rows: 0.59 of 0.92 nats with 1,000 rows of 64 features, 60 of them noise.
/// Cost: O(n^2 (d + ln n)) time once for all label sets, permuted ones too; twice the rows in double, 8 MiB of distances, and 4 n bytes for each label set.
/// No random numbers. No standard error: the terms depend on each other, and their spread over the root of N came out up to a fifth too small on data with a known truth.
/// Throws NumericalFailureException when no label set has a label with two finite rows.
/// </remarks>
[Estimator(
    "nearest-neighbours",
    Summary = "information between labels and rows from the distances to nearest neighbours",
    Citation = "B. C. Ross, Mutual Information between Discrete and Continuous Data Sets, PLoS ONE 9(2), e87357, 2014",
    Options = typeof(NearestNeighboursOptions))]
[Estimates("mutual-information")]
// Counts of rows within distances: what keeps the order of distances keeps the estimate.
[Claims(Law.Isometry, Exactness.Exact)]
[Claims(Law.Translation, Exactness.Exact)]
[Claims(Law.GlobalScale, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact)]
[Claims(Law.SamplePermutation, Exactness.Exact)]
[Claims(Law.LabelRenaming, Exactness.Exact)]
// m >= k and psi rises, which gives both ends of the range.
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.NonNegative, Because = "it is unbiased near 0 rather than bounded by it, so labels that say nothing lie on either side")]
[DoesNotClaim(Law.AtMostLabelEntropy, Because = "its ceiling psi(N) - mean psi(N_y) lies above the plug-in entropy of the labels")]
[DoesNotClaim(Law.LabelRefinementMonotone, Because = "finer labels have fewer rows, whose neighbours are farther away")]
[DoesNotClaim(Law.ChainRule, Because = "the neighbours of a row are others within the rows of one label")]
[DoesNotClaim(Law.DataProcessingLabels, Because = "coarser labels have more rows, whose neighbours are nearer")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a map may bring the rows of a label nearer to each other")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "neighbours of joint rows are not those of their parts")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "the nearest neighbours of a row are then its copies")]
[DoesNotClaim(Law.PerSampleScale, Because = "distances between rows change")]
[DoesNotClaim(Law.InvertibleLinear, Because = "the order of distances between rows changes")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "the order of distances between rows changes")]
[DoesNotClaim(Law.AnyInvertible, Because = "the order of distances between rows changes")]
[VerifyWith("neighbours=1")]
[VerifyWith("neighbours=10")]
public sealed class NearestNeighboursEstimator : IEstimator
{
    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options) => new()
    {
        Access = RowAccess.AllRows,
        MaximumRows = options.Bind<NearestNeighboursOptions>().MaximumRows,
        MinimumRows = 2,
        Precision = Precision.Double,
        Labels = InputNeed.Required,
        BytesPerLabel = sizeof(int),
    };

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => new Estimation(context);

    /// <summary>Gives psi(n), the derivative of ln Gamma at a whole number n of at least 1, to a few units in the last place.</summary>
    internal static double Digamma(int n)
    {
        // psi(x) = psi(x + 1) - 1/x up to where the asymptotic series in 1/x^2, by Bernoulli numbers, is exact to rounding.
        var (x, below) = ((double)n, 0.0);
        for (; x < 10; x++) below += 1 / x;
        var z = 1 / (x * x);
        var series = z * ((1.0 / 12) - (z * ((1.0 / 120) - (z * ((1.0 / 252) - (z * ((1.0 / 240) - (z * ((1.0 / 132) - (z * (691.0 / 32760)))))))))));
        return Math.Log(x) - (0.5 / x) - series - below;
    }

    // All rows come in one block; what is needed of it is copied, and everything is computed at the end.
    private sealed class Estimation(EstimationContext context) : IEstimation
    {
        // 8 MiB of distances at a time, whatever the number of rows.
        private const int DistancesAtOnce = 1 << 20;

        private readonly int neighbours = context.Options.Bind<NearestNeighboursOptions>().Neighbours;
        private double[] rows = [];
        private Labelling[] labellings = [];
        private int notFinite;

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            List<int> finite = [];
            var largest = 0.0;
            for (var row = 0; row < block.Rows; row++)
            {
                var size = 0.0;
                foreach (var value in block.DoubleRow(row)) size = Math.Max(size, Math.Abs(value));
                if (!double.IsFinite(size)) continue;
                finite.Add(row);
                largest = Math.Max(largest, size);
            }

            // Times a power of two, which rounds nothing: the largest number is then about 1, and its square does not overflow.
            var exponent = largest > 0 ? -Math.ILogB(largest) : 0;
            rows = new double[finite.Count * block.Features];
            for (var row = 0; row < finite.Count; row++)
            {
                var from = block.DoubleRow(finite[row]);
                for (var feature = 0; feature < from.Length; feature++) rows[(row * from.Length) + feature] = Math.ScaleB(from[feature], exponent);
            }

            notFinite = block.Rows - finite.Count;
            labellings = new Labelling[context.LabelSets.Count];
            for (var set = 0; set < labellings.Length; set++) labellings[set] = new Labelling(block.Labels(set), finite, context.LabelSets[set].Count);
        }

        public EstimateSet Complete()
        {
            if (labellings.All(labelling => labelling.Used == 0))
                throw new NumericalFailureException($"{context.EstimatorId}: no label has two finite rows, and {notFinite} rows are not finite; check the labels and the activations.");
            var psi = new double[(rows.Length / context.Shape.Features) + 1];
            for (var n = 1; n < psi.Length; n++) psi[n] = Digamma(n);
            var sumsNats = SumsNats(psi);
            List<Estimate> estimates = [];
            List<string> notes = notFinite == 0 ? [] : [$"{notFinite} rows that are not finite were left out"];
            for (var set = 0; set < labellings.Length; set++)
            {
                var (labels, labelling) = (context.LabelSets[set], labellings[set]);
                if (labelling.Used > 0) estimates.Add(EstimateOf(labels.Name, labelling, sumsNats[set], psi));
                else if (!labels.IsNull) notes.Add($"label set '{labels.Name}' has no estimate: none of its labels has two finite rows");
            }

            return new EstimateSet { Estimates = estimates, Notes = notes };
        }

        // The sum over rows of the information of each, for every label set. Distances are computed and sorted once for all of them.
        private double[] SumsNats(double[] psi)
        {
            var features = context.Shape.Features;
            var count = rows.Length / features;
            var sumsNats = new double[labellings.Length];
            var atOnce = Math.Clamp(DistancesAtOnce / count, 1, count);
            var squares = new double[atOnce * count];
            var nearestFirst = new int[count];
            using var all = context.Compute.Upload(rows, count, features);
            for (var first = 0; first < count; first += atOnce)
            {
                var some = Math.Min(atOnce, count - first);
                using var block = context.Compute.Upload(rows.AsSpan(first * features, some * features), some, features);

                // Sums of (x - y)^2: never below 0, 0 between copies, and without the cancellation of |x|^2 + |y|^2 - 2xy.
                using var distances = context.Compute.SquaredDistances(block, all);
                context.Compute.Download(distances, squares.AsSpan(0, some * count));
                for (var row = first; row < first + some; row++)
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    var ofRow = squares.AsSpan((row - first) * count, count);
                    for (var other = 0; other < count; other++) nearestFirst[other] = other;
                    ofRow.Sort(nearestFirst.AsSpan());
                    for (var set = 0; set < labellings.Length; set++) sumsNats[set] += labellings[set].InformationNatsOf(row, ofRow, nearestFirst, neighbours, psi);
                }
            }

            return sumsNats;
        }

        private Estimate EstimateOf(string labelSet, Labelling labelling, double sumNats, double[] psi)
        {
            var (floorNats, ceilingNats) = labelling.RangeNats(neighbours, psi);
            return new Estimate
            {
                Quantity = Quantities.MutualInformation,
                LabelSet = labelSet,
                Value = Information.FromNats(sumNats / labelling.Used),
                Floor = Information.FromNats(floorNats),
                Ceiling = Information.FromNats(ceilingNats),
                RowsUsed = labelling.Used,
                RowsDropped = labelling.Dropped,
                Notes = labelling.Single == 0 ? [] : [$"{labelling.Single} rows are the only one of their label and were left out"],
            };
        }
    }

    // The finite rows of one label set: which of them take part, and how many of each label.
    private sealed class Labelling
    {
        private readonly int[] labels;
        private readonly int[] counts;

        public Labelling(ReadOnlySpan<int> given, List<int> finite, int count)
        {
            labels = new int[finite.Count];
            counts = new int[count];
            for (var row = 0; row < labels.Length; row++)
            {
                labels[row] = given[finite[row]];
                if (labels[row] >= 0) counts[labels[row]]++;
            }

            Single = counts.Count(one => one == 1);
            Used = counts.Sum() - Single;
            Dropped = given.Length - given.Count(-1) - Used;
            for (var row = 0; row < labels.Length; row++)
            {
                if (labels[row] >= 0 && counts[labels[row]] == 1) labels[row] = -1;
            }
        }

        public int Used { get; }

        public int Single { get; }

        public int Dropped { get; }

        // psi(N) - psi(N_y) + psi(k) - psi(m) of one row, 0 for one that takes no part; squares are in increasing order, of the rows that nearestFirst names.
        public double InformationNatsOf(int row, ReadOnlySpan<double> squares, ReadOnlySpan<int> nearestFirst, int neighbours, double[] psi)
        {
            if (labels[row] is not (>= 0 and var label)) return 0;
            var wanted = Math.Min(neighbours, counts[label] - 1);
            var (k, m, radius) = (0, 0, double.PositiveInfinity);
            for (var place = 0; place < squares.Length && squares[place] <= radius; place++)
            {
                var other = nearestFirst[place];
                if (other == row || labels[other] < 0) continue;
                m++;
                if (labels[other] == label && ++k == wanted) radius = squares[place];
            }

            return psi[Used] - psi[counts[label]] + psi[k] - psi[m];
        }

        // With k of its N_y - 1 at least and m - k of the N - N_y others at most, a row has no less than the first of these; with m = k, the second.
        public (double Floor, double Ceiling) RangeNats(int neighbours, double[] psi)
        {
            var (floor, ceiling) = (0.0, 0.0);
            foreach (var count in counts.Where(count => count > 1))
            {
                var fewest = Math.Min(neighbours, count - 1);
                var most = psi[Used] - psi[count];
                ceiling += most * count / Used;
                floor += (most + psi[fewest] - psi[fewest + Used - count]) * count / Used;
            }

            return (floor, ceiling);
        }
    }
}

/// <summary>The options of <see cref="NearestNeighboursEstimator"/>.</summary>
public sealed record NearestNeighboursOptions
{
    /// <summary>Gets the number k of neighbours of the same label; 3 by default. Fewer see finer structure, more vary less.</summary>
    [Option("number k of nearest neighbours of the same label", Minimum = 1, Maximum = 1000)]
    public int Neighbours { get; init; } = 3;

    /// <summary>Gets the most rows that are used; 4,096 by default.</summary>
    [Option("most rows to use; of more a seeded subsample is taken", Minimum = 2, Maximum = 100_000)]
    public int MaximumRows { get; init; } = 4096;
}
