using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;
using Infoscope.Plugins.Binning.Features;
using Infoscope.Plugins.Binning.Grids;
using Infoscope.Plugins.Binning.Symbols;

namespace Infoscope.Plugins.Binning;

/// <summary>Entropy and information of rows put into bins: the information plane.</summary>
/// <remarks>
/// Each row becomes a symbol T, and entropies are taken of how often symbols occur, alone and with each label: I(T;Y) = H(T) - sum p(y) H(T|Y=y). The symbol is the
/// bins of all features together, the row itself, or the place of its largest feature; or every feature is binned by itself and numbers are means over features.
/// Input: rows (n, d), n and d at least 1; any number of label sets. Rows that are not finite are left out and counted; zero rows are rows like any other.
/// Range: nats, under plug-in between 0 and the lesser of ln n and the logarithm of the number of symbols; entropies under james-stein and nsb between 0 and that logarithm; a corrected information may be below 0.
/// Cost: O(n d) time, and O(1) per row and label set, per dimension O(d). Memory: about 64 bytes per symbol and 4 per symbol and label set, and 30 for each further label that comes with it;
/// per dimension 10 bytes per label, feature and bin, or 2 per feature of each row where that is less.
/// Randomness: none; the quantile grid takes the sample of rows of the survey, which is drawn from the seed.
/// Reference: Shwartz-Ziv and Tishby, arXiv 1703.00810; per dimension Conklin and Smith, arXiv 2406.02449. Safe for any number of threads.
/// </remarks>
[Estimator(
    "binning",
    Summary = "entropy and information of rows put into bins: the information plane",
    Citation = "R. Shwartz-Ziv and N. Tishby, Opening the Black Box of Deep Neural Networks via Information, arXiv 1703.00810; per dimension H. Conklin and K. Smith, Representations as Language, arXiv 2406.02449",
    Options = typeof(BinningOptions))]
[Estimates("entropy")]
[Estimates("discrete-entropy")]
[Estimates("conditional-entropy")]
[Estimates("mutual-information")]
[Estimates("disentanglement")]
[Estimates("conditional-entropy-unweighted")]
[Estimates("mutual-information-unweighted")]
[Claims(Law.NonNegative, Exactness.Exact, Quantity = "mutual-information", When = "correction=plug-in")]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact, Quantity = "mutual-information", When = "correction=plug-in")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=plug-in")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=miller-madow")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=jackknife")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=chao-shen")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=james-stein")]
[Claims(Law.AtMostOwnEntropy, Exactness.Exact, When = "correction=nsb")]
[Claims(Law.ChannelCeiling, Exactness.Exact, Quantity = "mutual-information", When = "correction=plug-in")]
[Claims(Law.JsdIdentity, Exactness.Exact, Quantity = "mutual-information")]
[Claims(Law.JsdRange, Exactness.Exact)]
[Claims(Law.LabelRefinementMonotone, Exactness.Exact, Quantity = "mutual-information", When = "correction=plug-in")]
[Claims(Law.ChainRule, Exactness.Exact, Quantity = "mutual-information")]
[Claims(Law.DataProcessingLabels, Exactness.Exact, Quantity = "mutual-information", When = "correction=plug-in")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "grid=min-max")]
[Claims(Law.SamplePermutation, Exactness.Exact, When = "grid=fixed")]
[Claims(Law.SamplePermutation, Exactness.InDistribution, When = "grid=quantile")]
[Claims(Law.LabelRenaming, Exactness.Exact)]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "mode=joint")]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "mode=per-dimension")]
[Claims(Law.DimensionPermutation, Exactness.Exact, When = "mode=exact")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "grid=min-max")]
[Claims(Law.GlobalScale, Exactness.Exact, When = "grid=quantile")]
[Claims(Law.Translation, Exactness.Exact, When = "grid=min-max,mode=joint")]
[Claims(Law.Translation, Exactness.Exact, When = "grid=min-max,mode=per-dimension")]
[Claims(Law.Translation, Exactness.Exact, When = "grid=quantile,mode=joint")]
[Claims(Law.Translation, Exactness.Exact, When = "grid=quantile,mode=per-dimension")]
[Claims(Law.Translation, Exactness.Exact, When = "mode=exact")]
[Claims(Law.MonotonePerDimension, Exactness.Exact, When = "grid=quantile,mode=joint")]
[Claims(Law.MonotonePerDimension, Exactness.Exact, When = "grid=quantile,mode=per-dimension")]
[Claims(Law.MonotonePerDimension, Exactness.Exact, When = "mode=exact")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "entropy", When = "mode=argmax")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "conditional-entropy", When = "mode=argmax")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "mutual-information", When = "mode=argmax")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "disentanglement", When = "mode=argmax")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "conditional-entropy-unweighted", When = "mode=argmax")]
[Claims(Law.PerSampleScale, Exactness.Exact, Quantity = "mutual-information-unweighted", When = "mode=argmax")]
[Claims(Law.Isometry, Exactness.Exact, When = "mode=exact")]
[Claims(Law.InvertibleLinear, Exactness.Exact, When = "mode=exact")]
[Claims(Law.AnyInvertible, Exactness.Exact, When = "mode=exact")]
[Claims(Law.DataProcessingRepresentation, Exactness.Exact, Quantity = "mutual-information", When = "mode=exact,correction=plug-in")]
[Claims(Law.AdditiveIndependent, Exactness.Exact, When = "mode=joint,grid=min-max,correction=plug-in")]
[Claims(Law.AdditiveIndependent, Exactness.Exact, When = "mode=exact,correction=plug-in")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "correction=plug-in,grid=min-max")]
[Claims(Law.ReplicationInvariant, Exactness.Exact, When = "correction=plug-in,grid=fixed")]
[Claims(Law.Mergeable, Exactness.Exact)]
[Claims(Law.Deterministic, Exactness.Exact)]
[Claims(Law.DeclaredCeiling, Exactness.Exact, When = "correction=plug-in")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, When = "correction=james-stein")]
[Claims(Law.DeclaredCeiling, Exactness.Exact, When = "correction=nsb")]
[Claims(Law.ZeroUnderShuffle, Exactness.Statistical)]
[DoesNotClaim(Law.NonNegative, Because = "a correction raises the entropy of each label by more than that of all rows where labels have few rows")]
[DoesNotClaim(Law.NonNegative, Quantity = "mutual-information-unweighted", Because = "the marginal weighs labels by their rows and the mean does not, so a rare label of wide spread outweighs it")]
[DoesNotClaim(Law.AtMostLabelEntropy, Because = "a correction may raise the entropy of all rows by more than that of each label")]
[DoesNotClaim(Law.AtMostLabelEntropy, Quantity = "mutual-information-unweighted", Because = "rare labels of narrow spread weigh as much as a frequent one that makes the marginal wide")]
[DoesNotClaim(Law.AtMostOwnEntropy, Because = "Grassberger's entropy of a few equal rows is below 0")]
[DoesNotClaim(Law.ChannelCeiling, Because = "a correction gives a row by itself an entropy, or one below 0 to equal rows")]
[DoesNotClaim(Law.ChannelCeiling, Quantity = "mutual-information-unweighted", Because = "rare labels of narrow spread weigh as much as a frequent one that makes the marginal wide")]
[DoesNotClaim(Law.JsdIdentity, Quantity = "mutual-information-unweighted", Because = "the marginal is not the mixture of the labels with equal weights")]
[DoesNotClaim(Law.LabelRefinementMonotone, Because = "finer labels have fewer rows each, and a correction raises their entropies by more")]
[DoesNotClaim(Law.LabelRefinementMonotone, Quantity = "mutual-information-unweighted", Because = "splitting a label changes the weight of all others")]
[DoesNotClaim(Law.DataProcessingLabels, Because = "coarser labels have more rows each, and a correction raises their entropies by less")]
[DoesNotClaim(Law.DataProcessingLabels, Quantity = "mutual-information-unweighted", Because = "joining labels changes the weight of all others")]
[DoesNotClaim(Law.ChainRule, Quantity = "mutual-information-unweighted", Because = "equal weights of pairs are not equal weights of their parts")]
[DoesNotClaim(Law.ReplicationInvariant, Because = "a correction falls with the number of rows, and copies count as rows; quantiles are of a sample of 1,000 rows, and copies are rows that it may take")]
[DoesNotClaim(Law.DimensionPermutation, Because = "of equal largest features the first is taken")]
[DoesNotClaim(Law.GlobalScale, Because = "a fixed grid stays where it is")]
[DoesNotClaim(Law.Translation, Because = "a fixed grid stays where it is, and a shift makes another feature the largest")]
[DoesNotClaim(Law.MonotonePerDimension, Because = "bins of equal width are not of equal width after a bent map, which may also make another feature the largest")]
[DoesNotClaim(Law.PerSampleScale, Because = "a factor carries a row into other bins")]
[DoesNotClaim(Law.Isometry, Because = "a rotation carries rows into other bins")]
[DoesNotClaim(Law.InvertibleLinear, Because = "a linear map carries rows into other bins")]
[DoesNotClaim(Law.AnyInvertible, Because = "an invertible map carries rows into other bins")]
[DoesNotClaim(Law.DataProcessingRepresentation, Because = "a function of the rows may take apart what lay in one bin")]
[DoesNotClaim(Law.AdditiveIndependent, Because = "per dimension numbers are means over features and do not add, and where the part of a product is a symbol of its own a correction does not add either")]
[DoesNotClaim(Law.Symmetric, Because = "labels and rows are different kinds of input, so there is no information of Z about Y to compare with")]
[VerifyWith("bins=2")]
[VerifyWith("mode=per-dimension,grid=quantile,bins=4")]
[VerifyWith("mode=per-dimension,correction=miller-madow")]
[VerifyWith("mode=per-dimension,correction=nsb,bins=5")]
[VerifyWith("mode=joint,grid=quantile,bins=3")]
[VerifyWith("mode=exact,grid=quantile")]
[VerifyWith("grid=fixed,range=0..4,bins=3")]
[VerifyWith("mode=exact,correction=nsb,alphabet=1E+06")]
[VerifyWith("mode=exact,correction=james-stein,alphabet=1E+06")]
[VerifyWith("mode=exact,correction=grassberger")]
[VerifyWith("mode=argmax,correction=chao-shen")]
[VerifyWith("mode=argmax,correction=james-stein")]
public sealed class BinningEstimator : IRestoringEstimator
{
    // The rows are not known when the engine asks how much memory a label takes; this is a common number of symbols that come with a label again.
    private const long CommonSymbols = 128;
    private const long BytesPerPair = 32, BytesBeside = 100;

    // Counts of one label lie in one array.
    private const long MostBins = 1 << 28;

    /// <inheritdoc/>
    public InputRequirements Requires(OptionValues options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bound = Bind(options);
        return new InputRequirements
        {
            Access = RowAccess.Stream,
            Labels = InputNeed.Optional,
            Survey = HasGrid(bound.Mode) && bound.Grid != GridRule.Fixed,
            BytesPerLabel = BytesBeside + (bound.Mode == BinningMode.PerDimension ? 0 : BytesPerPair * CommonSymbols),
            BytesPerLabelAndFeature = bound.Mode == BinningMode.PerDimension ? (sizeof(long) + sizeof(ushort)) * bound.Bins : 0,
        };
    }

    /// <inheritdoc/>
    public IEstimation Begin(EstimationContext context) => Make(context);

    /// <inheritdoc/>
    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        ArgumentNullException.ThrowIfNull(from);
        var estimation = Make(context);
        estimation.Restore(from);
        return estimation;
    }

    private static BinningEstimation Make(EstimationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (features, owner) = (context.Shape.Features, context.Options.Owner);
        var options = Bind(context.Options);
        if (features < 1) throw new ActivationShapeException($"the rows have {features} features; binning needs at least 1.");
        var grid = HasGrid(options.Mode) ? Grid.Of(options, context) : null;
        return new BinningEstimation(context, options, grid, CountsOf(context.LabelSets, options, grid, features, owner));
    }

    private static CellCounts CountsOf(IReadOnlyList<LabelSetInfo> labelSets, BinningOptions options, Grid? grid, int features, string owner)
    {
        if (options.Mode == BinningMode.PerDimension)
        {
            if ((long)features * options.Bins > MostBins)
                throw new OptionException($"{owner}.bins is {options.Bins}, which for {features} features are more than {MostBins} counts; give at most {MostBins / features}.");
            return new FeatureCounts(labelSets, grid!);
        }

        var logAlphabet = options.Mode switch
        {
            BinningMode.Joint => Enumerable.Range(0, features).Sum(feature => Math.Log(grid!.BinsOf(feature))),
            BinningMode.Argmax => Math.Log(features),
            _ => options.Alphabet is { } alphabet ? Math.Log(alphabet) : double.PositiveInfinity,
        };
        return new SymbolCounts(labelSets, new RowSymbol(options.Mode, grid, features), logAlphabet);
    }

    private static BinningOptions Bind(OptionValues values)
    {
        var options = values.Bind<BinningOptions>();
        var owner = values.Owner;
        var range = ValueRange.Parse(options.Range, owner);
        if ((options.Grid != GridRule.Fixed || !HasGrid(options.Mode)) && range != ValueRange.Parse(new BinningOptions().Range, owner))
            throw new OptionException($"{owner}.range is {range}, which a fixed grid alone looks at; give {owner}.grid=fixed too, with mode=joint or per-dimension, or leave the range out.");
        if (options.Alphabet is not null && options.Mode != BinningMode.Exact)
            throw new OptionException($"{owner}.alphabet is for mode=exact alone: the mode {OptionValues.KebabCase(options.Mode.ToString())} has as many symbols as its bins or features; leave it out.");
        if (options.Alphabet is null && options.Mode == BinningMode.Exact && options.Correction is (EntropyCorrection.JamesStein or EntropyCorrection.Nsb))
            throw new OptionException($"{owner}.correction is {OptionValues.KebabCase(options.Correction.ToString())}, which needs the number of different rows that could occur; give {owner}.alphabet.");
        return options;
    }

    private static bool HasGrid(BinningMode mode) => mode is BinningMode.Joint or BinningMode.PerDimension;
}
