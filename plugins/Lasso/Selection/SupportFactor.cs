namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The Cholesky factor L of the inner products of some columns, grown at its end and shrunk anywhere.</summary>
internal sealed class SupportFactor(LassoProblem problem)
{
    private readonly List<int> columns = [];
    private readonly List<double[]> rows = [];

    /// <summary>Gets the number of columns in the factor.</summary>
    public int Count => columns.Count;

    /// <summary>Adds a column; false, and nothing added, when it depends linearly on those there. Cost O(n^2) at n columns.</summary>
    public bool TryAdd(int column)
    {
        var row = Reduce(column);
        var energy = problem.Energy(column);
        var pivot = energy - Vectors.Dot(row, row);
        if (!(pivot > Rounding.Pivot * energy)) return false;
        columns.Add(column);
        rows.Add([.. row, Math.Sqrt(pivot)]);
        return true;
    }

    /// <summary>Takes out the column at an index: rotations restore the triangle below it. Cost O(n^2).</summary>
    public void Remove(int index)
    {
        columns.RemoveAt(index);
        rows.RemoveAt(index);
        var cosines = new double[columns.Count];
        var sines = new double[columns.Count];
        for (var i = index; i < columns.Count; i++)
        {
            var row = rows[i];
            for (var j = index; j < i; j++) (row[j], row[j + 1]) = (cosines[j] * row[j] + sines[j] * row[j + 1], cosines[j] * row[j + 1] - sines[j] * row[j]);
            var length = Math.Sqrt(row[i] * row[i] + row[i + 1] * row[i + 1]);
            (cosines[i], sines[i]) = (row[i] / length, row[i + 1] / length);
            row[i] = length;
            rows[i] = row[..(i + 1)];
        }
    }

    /// <summary>Gives the combination of the columns there that comes nearest to another column.</summary>
    public double[] Combination(int column)
    {
        var weights = Reduce(column);
        SolveUpper(weights);
        return weights;
    }

    /// <summary>Solves L L' u = b, in place. Cost O(n^2).</summary>
    public void Solve(Span<double> b)
    {
        for (var i = 0; i < b.Length; i++) b[i] = (b[i] - Vectors.Dot(rows[i].AsSpan(0, i), b[..i])) / rows[i][i];
        SolveUpper(b);
    }

    private double[] Reduce(int column)
    {
        var products = problem.Row(column);
        var row = new double[columns.Count];
        for (var i = 0; i < row.Length; i++) row[i] = (products[columns[i]] - Vectors.Dot(rows[i].AsSpan(0, i), row.AsSpan(0, i))) / rows[i][i];
        return row;
    }

    private void SolveUpper(Span<double> b)
    {
        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= rows[i][i];
            Vectors.AddScaled(b[..i], -b[i], rows[i].AsSpan(0, i));
        }
    }
}
