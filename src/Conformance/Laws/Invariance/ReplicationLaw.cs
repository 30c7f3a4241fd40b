namespace Infoscope.Conformance;

/// <summary>Repeating the whole data set does not matter.</summary>
/// <remarks>Every row r times is the same empirical distribution, so what is a function of that distribution alone stays as it is; what knows the number of rows, such as a bias correction, does not.</remarks>
internal sealed class ReplicationLaw : InvarianceLaw
{
    public override Law Law => Law.ReplicationInvariant;

    public override string Statement => "f(every row r times) = f(rows)";

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var times = 2 + (int)experiment.Random("times").NextBelow(2);
        int[] all = [.. Enumerable.Range(0, input.Rows.Length)];
        return input.Take([.. Enumerable.Repeat(all, times).SelectMany(rows => rows)]);
    }
}
