namespace Infoscope.Plugins.Lasso.Tests.Estimator;

/// <summary>One sequence as an engine hands it over.</summary>
internal sealed record FedSequence
{
    public required double[][] Rows { get; init; }

    /// <summary>Gets the attention, row-major (heads, length, length); empty for none.</summary>
    public float[] Attention { get; init; } = [];

    public int Heads { get; init; }

    public int AttentionLength { get; init; }

    /// <summary>Gives the sequence with one head in which the last token attends as said.</summary>
    public FedSequence AttendedBy(params float[] lastQuery)
    {
        var length = lastQuery.Length;
        return this with { Heads = 1, AttentionLength = length, Attention = [.. new float[length * (length - 1)], .. lastQuery] };
    }
}
