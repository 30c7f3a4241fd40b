using Infoscope.Plugins.Lasso.Reports;
using Infoscope.Plugins.Lasso.Sequences;
using Infoscope.Plugins.Lasso.States;

namespace Infoscope.Plugins.Lasso;

/// <summary>Analyses one sequence after the other and keeps their numbers; what it reports are means over sequences.</summary>
internal sealed class LassoEstimation : IMergeableEstimation
{
    private const int FewestTokens = 2;

    private readonly EstimationContext context;
    private readonly LassoOptions options;
    private readonly IReadOnlyList<Measure> measures;
    private readonly string identity;
    private readonly SortedDictionary<int, SequenceNumbers> sequences = [];
    private SequencesLeftOut leftOut;
    private bool disposed;

    /// <summary>Makes an estimation that has seen no sequence.</summary>
    public LassoEstimation(EstimationContext context)
    {
        this.context = context;
        options = context.Options.Bind<LassoOptions>();
        measures = Measures.Of(options);
        identity = StateFormat.IdentityOf(context);
    }

    /// <inheritdoc/>
    public void Observe(in ActivationBlock block)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (block.Rows == 0) return;
        var tokens = TokenSequence.Of(block, options.AttentionSinks);
        if (tokens.Count < FewestTokens)
        {
            leftOut += new SequencesLeftOut { TooShort = 1, Tokens = block.Rows };
            return;
        }

        if (options.ZeroTokens == ZeroTokens.Refuse && tokens.FirstZero() is { } zero)
            throw new NumericalFailureException($"token {zero} of sequence {tokens.Sequence} is zero in every feature and has no direction; leave it out of the file, or keep it with --set {context.EstimatorId}.zero-tokens=keep.");
        if (tokens.IsZero(tokens.Count - 1))
        {
            leftOut += new SequencesLeftOut { ZeroTargets = 1, Tokens = block.Rows };
            return;
        }

        Add(SequenceNumbers.Of(SequenceAnalysis.Of(tokens, options, context), measures, context.Items, options));
    }

    /// <inheritdoc/>
    public EstimateSet Complete()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        context.Cancellation.ThrowIfCancellationRequested();
        if (sequences.Count == 0)
            throw new NumericalFailureException($"{context.EstimatorId} has no sequence to analyse: {LeftOut()}; it needs one of at least {FewestTokens} finite tokens, the last of them not zero.");
        var dropped = leftOut.Tokens + sequences.Values.Sum(one => (long)one.Dropped);
        return new EstimateSet
        {
            Estimates = [.. SequenceReport.Of(sequences.Values, measures, dropped, options.RandomSets)],
            Notes = [.. Notes()],
        };
    }

    /// <inheritdoc/>
    public void Merge(IEstimation other)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(other);
        if (other is not LassoEstimation same)
            throw new ArgumentException($"a {other.GetType().Name} cannot be merged into a lasso estimation; merge one of the same estimator.", nameof(other));
        ObjectDisposedException.ThrowIf(same.disposed, same);
        if (same.identity != identity) throw new ArgumentException($"the two estimations differ: {identity}; {same.identity}; begin both alike.", nameof(other));
        if (same.sequences.Keys.FirstOrDefault(sequences.ContainsKey, -1) is >= 0 and var twice)
            throw new ArgumentException($"both estimations have sequence {twice}; merge estimations of different sequences.", nameof(other));
        foreach (var one in same.sequences.Values) Add(one);
        leftOut += same.leftOut;
    }

    /// <inheritdoc/>
    public void Save(Stream to)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(to);
        StateFormat.Write(to, identity, sequences.Values, leftOut);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        sequences.Clear();
    }

    /// <summary>Takes up a saved state; this estimation must have seen no sequence.</summary>
    /// <exception cref="InvalidDataException">The stream holds no state, or one of another estimation.</exception>
    internal void Restore(Stream from)
    {
        (var read, leftOut) = StateFormat.Read(from, identity, measures.Count);
        foreach (var one in read) sequences.Add(one.Sequence, one);
    }

    private void Add(SequenceNumbers one)
    {
        if (!sequences.TryAdd(one.Sequence, one)) throw new ArgumentException($"sequence {one.Sequence} came twice; a sequence comes whole, in one block.");
    }

    private IEnumerable<string> Notes()
    {
        if (sequences.Count > 1) yield return $"means over {sequences.Count} sequences";
        if (leftOut.Tokens > 0) yield return $"left out: {LeftOut()}";
        var dropped = sequences.Values.Sum(one => (long)one.Dropped);
        if (dropped > 0) yield return dropped == 1 ? "1 token is not finite and was left out" : $"{dropped} tokens are not finite and were left out";
        if (Among(SequenceRemarks.Uncertified) is { } uncertified) yield return $"the duality gap does not prove the selection{uncertified}";
        if (Among(SequenceRemarks.NotUnique) is { } several) yield return $"other weights fit as well{several}: tokens repeat or depend on one another";
        if (Among(SequenceRemarks.FewerThanAsked) is { } fewer) yield return $"no penalty selects {options.TopK} tokens{fewer}";
        if (Among(SequenceRemarks.CountJumps) is { } jumps) yield return $"the number of selected tokens jumps over {options.TopK}{jumps}: the heaviest are taken";
        if (Among(SequenceRemarks.Orthogonal) is { } orthogonal) yield return $"the last token is orthogonal to all before it{orthogonal}, up to rounding: which are selected says nothing";
        if (Among(SequenceRemarks.SelectsAsManyAsFeatures) is { } many) yield return $"as many tokens as features are selected{many}: least squares on them is exact whatever they are";
        if (Among(SequenceRemarks.HasAsManyAsFeatures) is { } enough) yield return $"there are as many tokens before the last as features{enough}: together they may fit it by their number alone";
        if (Among(SequenceRemarks.RoundsGains) is { } rounded) yield return $"sigma is small beside the norms of the tokens: rounding may move a gain by more than 1e-6 nats{rounded}";
        if (Among(SequenceRemarks.SilentAttention) is { } silent) yield return $"the last token pays no attention to others but the first {options.AttentionSinks}{silent}, so there is nothing to compare with";
    }

    private string? Among(SequenceRemarks remark)
    {
        var count = sequences.Values.Count(one => one.Remarks.HasFlag(remark));
        return count == 0 ? null : sequences.Count == 1 ? "" : $" in {count} of {sequences.Count} sequences";
    }

    private string LeftOut() => $"{leftOut.TooShort} sequence{(leftOut.TooShort == 1 ? "" : "s")} of fewer than {FewestTokens} finite tokens and {leftOut.ZeroTargets} that {(leftOut.ZeroTargets == 1 ? "ends" : "end")} in a zero token";
}
