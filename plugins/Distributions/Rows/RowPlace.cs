namespace Infoscope.Plugins.Distributions.Rows;

/// <summary>Where a row stands, counted from 0: a row of the data, or a query of a head of a sequence.</summary>
internal readonly record struct RowPlace(long Row, int Sequence = -1, int Head = -1)
{
    /// <summary>Names the place for people.</summary>
    public override string ToString() => Head < 0 ? $"row {Row}" : $"the attention of query {Row} of head {Head} of sequence {Sequence}";
}
