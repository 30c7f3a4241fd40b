namespace Infoscope.Conformance;

/// <summary>Everything that one run of an estimator is fed.</summary>
internal sealed record TrialInput
{
    /// <summary>Gets the rows.</summary>
    public required double[][] Rows { get; init; }

    /// <summary>Gets the label sets.</summary>
    public IReadOnlyList<LabelColumn> Labels { get; init; } = [];

    /// <summary>Gets the reference, row for row; for estimators that need one.</summary>
    public required double[][] Reference { get; init; }

    /// <summary>Gets the seed of the estimator.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets whether estimates per label are wanted.</summary>
    public bool Items { get; init; }

    /// <summary>Gets the number of rows of a block.</summary>
    public int BlockRows { get; init; } = int.MaxValue;

    /// <summary>Gets the cancellation that the estimation is given.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Gives some rows with what belongs to them, in the order given.</summary>
    public TrialInput Take(IReadOnlyList<int> rows) => this with
    {
        Rows = [.. rows.Select(row => Rows[row])],
        Reference = [.. rows.Select(row => Reference[row])],
        Labels = [.. Labels.Select(column => column with { Ids = [.. rows.Select(row => column.Ids[row])] })],
    };

    /// <summary>Gives the input with every row mapped.</summary>
    public TrialInput Map(Func<double[], double[]> map) => this with { Rows = [.. Rows.Select(map)] };

    /// <summary>Gives the input with these label sets alone.</summary>
    public TrialInput With(params LabelColumn[] labels) => this with { Labels = labels };
}
