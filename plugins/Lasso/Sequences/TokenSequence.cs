namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>The finite tokens of one sequence, in order, with what the last one attends to.</summary>
internal sealed class TokenSequence
{
    private TokenSequence(double[] values, int[] positions)
    {
        Values = values;
        Positions = positions;
    }

    /// <summary>Gets the tokens, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Gets the place of each token in the sequence as it is in the file.</summary>
    public int[] Positions { get; }

    /// <summary>Gets the number n of tokens.</summary>
    public int Count => Positions.Length;

    /// <summary>Gets the number of features.</summary>
    public required int Features { get; init; }

    /// <summary>Gets the number of the sequence.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the number of tokens that are not finite and were left out.</summary>
    public required int Dropped { get; init; }

    /// <summary>Gets how many of the first tokens count as unattended.</summary>
    public required int Sinks { get; init; }

    /// <summary>Gets the attention that the last token pays to each before it, the mean over heads with a sum of 1 and none for the sinks; null without attention, or when it pays none.</summary>
    public double[]? Attention { get; private init; }

    /// <summary>Gets whether there is attention, and none of it is paid to a token before the last beyond the sinks.</summary>
    public bool PaysNoAttention { get; private init; }

    /// <summary>Copies the tokens of a block that is one sequence.</summary>
    /// <param name="block">The block, in double.</param>
    /// <param name="sinks">How many first positions count as unattended.</param>
    /// <exception cref="ActivationShapeException">The attention does not cover the tokens, or is not a number of at least 0.</exception>
    public static TokenSequence Of(in ActivationBlock block, int sinks)
    {
        var finite = new List<int>(block.Rows);
        for (var row = 0; row < block.Rows; row++)
        {
            if (IsFinite(block.DoubleRow(row))) finite.Add(row);
        }

        var values = new double[finite.Count * block.Features];
        var positions = new int[finite.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            block.DoubleRow(finite[i]).CopyTo(values.AsSpan(i * block.Features));
            positions[i] = block.Positions[finite[i]];
        }

        var sequence = block.SequenceIds[0];
        var attends = block.AttentionHeads > 0 && positions.Length > 1;
        var attention = attends ? LastQuery(block, positions, sequence, sinks) : null;
        return new TokenSequence(values, positions)
        {
            Features = block.Features,
            Sequence = sequence,
            Dropped = block.Rows - positions.Length,
            Sinks = positions.Count(position => position < sinks),
            Attention = attention,
            PaysNoAttention = attends && attention is null,
        };
    }

    /// <summary>Tells whether every feature of a token is 0.</summary>
    public bool IsZero(int token) => !Values.AsSpan(token * Features, Features).ContainsAnyExcept(0.0);

    /// <summary>Gives the position of the first token of zeros; null when there is none.</summary>
    public int? FirstZero()
    {
        for (var token = 0; token < Count; token++)
        {
            if (IsZero(token)) return Positions[token];
        }

        return null;
    }

    private static double[]? LastQuery(in ActivationBlock block, int[] positions, int sequence, int sinks)
    {
        var length = block.AttentionLength;
        if (positions[^1] >= length)
            throw new ActivationShapeException($"the attention of sequence {sequence} has {length} positions, and its tokens go up to position {positions[^1]}; give the attention of these tokens.");
        var attention = new double[positions.Length - 1];
        for (var head = 0; head < block.AttentionHeads; head++)
        {
            var query = block.Attention.Slice(((head * length) + positions[^1]) * length, length);
            for (var i = 0; i < attention.Length; i++)
            {
                var weight = query[positions[i]];
                if (!(weight >= 0) || !float.IsFinite(weight))
                    throw new ActivationShapeException($"head {head} of sequence {sequence} pays position {positions[i]} an attention of {weight}; it must be a number of at least 0.");
                if (positions[i] >= sinks) attention[i] += weight;
            }
        }

        var sum = attention.Sum();
        if (sum == 0) return null;
        foreach (ref var weight in attention.AsSpan()) weight /= sum;
        return attention;
    }

    private static bool IsFinite(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (!double.IsFinite(value)) return false;
        }

        return true;
    }
}
