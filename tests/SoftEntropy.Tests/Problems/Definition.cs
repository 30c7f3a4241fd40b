namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>The quantities by their definitions, row by row in plain double arithmetic: an oracle that shares no code with the plugin.</summary>
public sealed class Definition
{
    private readonly double[][] assignments;
    private readonly int[] labels;

    /// <summary>Assigns the rows that have a direction; none may be so large or small that its square overflows or underflows.</summary>
    public Definition(double[][] rows, int[] labels, double[][] anchors, double temperature)
    {
        var kept = Enumerable.Range(0, rows.Length).Where(row => rows[row].Any(value => value != 0)).ToArray();
        assignments = [.. kept.Select(row => Assignment(rows[row], anchors, temperature))];
        this.labels = [.. kept.Select(row => labels[row])];
    }

    public IReadOnlyList<double[]> Assignments => assignments;

    public double Entropy => Of(Mean(assignments));

    public double LabelledEntropy => Of(Mean(Labelled));

    public double ConditionalEntropy => ByLabel.Sum(group => Share(group) * Of(Mean(group)));

    public double UnweightedConditionalEntropy => ByLabel.Average(group => Of(Mean(group)));

    /// <summary>Gets (K-1)/(2n) sum_j Var(p_j)/P_j over the labelled rows.</summary>
    public double NullBias
    {
        get
        {
            var mean = Mean(Labelled);
            var relative = Enumerable.Range(0, mean.Length).Where(anchor => mean[anchor] > 0).Sum(anchor => Labelled.Average(row => Math.Pow(row[anchor] - mean[anchor], 2)) / mean[anchor]);
            return (ByLabel.Length - 1) * relative / (2 * Labelled.Length);
        }
    }

    public double ChannelCeiling => LabelledEntropy - Labelled.Average(Of);

    /// <summary>Gets the divergence of the labels' distributions from their mixture with the weights of the labels.</summary>
    public double Jensen(bool uniform)
    {
        var weights = ByLabel.Select(group => uniform ? 1.0 / ByLabel.Length : Share(group)).ToArray();
        var means = ByLabel.Select(Mean).ToArray();
        double[] mixture = [.. Enumerable.Range(0, means[0].Length).Select(anchor => means.Zip(weights, (mean, weight) => weight * mean[anchor]).Sum())];
        return Of(mixture) - means.Zip(weights, (mean, weight) => weight * Of(mean)).Sum();
    }

    public double OneAgainstRest() => ByLabel.Average(group =>
    {
        var rest = Mean([.. ByLabel.Where(other => other != group).SelectMany(other => other)]);
        var own = Mean(group);
        double[] middle = [.. own.Zip(rest, (p, q) => (p + q) / 2)];
        return Of(middle) - (Of(own) + Of(rest)) / 2;
    });

    private double[][] Labelled => [.. assignments.Where((_, row) => labels[row] >= 0)];

    private double[][][] ByLabel => field ??= [.. Enumerable.Range(0, assignments.Length).Where(row => labels[row] >= 0).GroupBy(row => labels[row], row => assignments[row]).Select(group => group.ToArray())];

    public static double Of(double[] p) => -p.Where(share => share > 0).Sum(share => share * Math.Log(share));

    private static double[] Assignment(double[] row, double[][] anchors, double temperature)
    {
        var norm = Math.Sqrt(row.Sum(value => value * value));
        double[] logits = [.. anchors.Select(anchor => anchor.Zip(row, (a, z) => a * z).Sum() / norm / temperature)];
        var largest = logits.Max();
        double[] weights = [.. logits.Select(logit => Math.Exp(logit - largest))];
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static double[] Mean(double[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(anchor => rows.Average(row => row[anchor]))];

    private double Share(double[][] group) => (double)group.Length / Labelled.Length;
}
