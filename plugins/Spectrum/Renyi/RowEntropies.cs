using Infoscope.Plugins.Spectrum.Renyi.Kernels;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>Entropies of any of the rows of one kernel.</summary>
internal sealed class RowEntropies(EstimationContext context, RowKernel kernel, MatrixEntropy entropy)
{
    private readonly List<(int[] Rows, double Nats)> known = [];

    /// <summary>Gives the entropy of some rows, in increasing order; that of rows asked for before is remembered.</summary>
    public double OfNats(int[] rows)
    {
        foreach (var one in known)
        {
            if (one.Rows.AsSpan().SequenceEqual(rows)) return one.Nats;
        }

        var nats = Compute(kernel, rows);
        known.Add((rows, nats));
        return nats;
    }

    /// <summary>Gives what labels say of the rows.</summary>
    public LabelInformation OfLabels(LabelGroups groups)
    {
        var whole = OfNats(groups.Rows);
        double[] ofLabels = groups.All.Count == 1 ? [whole] : [.. groups.All.Select(one => Compute(kernel, one.Rows))];
        return LabelInformation.Of(entropy, groups.Shares(), whole, ofLabels, [.. groups.All.Select(one => kernel.LargestRank(one.Rows.Length))]);
    }

    /// <summary>Gives what a reference says of some rows. Cost: that of the eigenvalues of two more matrices, O(n^2) at order 2.</summary>
    /// <param name="reference">The kernel of the reference.</param>
    /// <param name="rows">The row of each row of the reference.</param>
    public PairInformation OfReference(RowKernel reference, int[] rows)
    {
        int[] all = [.. Enumerable.Range(0, rows.Length)];
        var (own, other) = (OfNats(rows), Compute(reference, all));
        var joint = kernel.MatrixOf(context.Compute, rows);
        var theirs = reference.MatrixOf(context.Compute, all);
        for (var i = 0; i < joint.Length; i++) joint[i] *= theirs[i];
        context.Cancellation.ThrowIfCancellationRequested();
        return new PairInformation { RowsNats = own, ReferenceNats = other, JointNats = entropy.OfMatrixNats(joint, Math.Max(kernel.SizeOf(rows.Length), reference.SizeOf(rows.Length))) };
    }

    private double Compute(RowKernel of, int[] rows)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (rows.Length == 1) return 0;
        return entropy.OfMatrixNats(of.ReducedOf(context.Compute, rows), of.SizeOf(rows.Length));
    }
}
