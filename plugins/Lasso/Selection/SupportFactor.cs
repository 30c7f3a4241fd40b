namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>The Cholesky factor R of the inner products of some columns, R'R being those, grown at its end and shrunk anywhere.</summary>
internal sealed class SupportFactor(LassoProblem problem)
{
    private readonly List<int> columns = [];

    // Row-major, each row from its diagonal on.
    private double[] upper = [];
    private int capacity;

    /// <summary>Gets the number of columns in the factor.</summary>
    public int Count => columns.Count;

    /// <summary>Adds a column; false, and nothing added, when it depends linearly on those there. Cost O(n^2) at n columns.</summary>
    public bool TryAdd(int column)
    {
        var added = Reduce(column);
        var energy = problem.Energy(column);
        var pivot = energy - Vectors.SquaredNorm(added);
        if (!(pivot > Rounding.Pivot * energy)) return false;
        if (columns.Count == capacity) Grow();
        for (var i = 0; i < added.Length; i++) upper[(i * capacity) + added.Length] = added[i];
        upper[(added.Length * capacity) + added.Length] = Math.Sqrt(pivot);
        columns.Add(column);
        return true;
    }

    /// <summary>Takes out the column at an index: rotations of the rows below restore the triangle. Cost O(n^2).</summary>
    public void Remove(int index)
    {
        columns.RemoveAt(index);
        var last = columns.Count;
        for (var i = 0; i < index; i++) Shift(i);
        for (var i = index; i < last; i++)
        {
            // Row i has lost its diagonal; the one below begins where it does now.
            Shift(i);
            var row = upper.AsSpan((i * capacity) + i, last - i);
            var below = upper.AsSpan(((i + 1) * capacity) + i + 1, last - i);
            var length = Math.Sqrt((row[0] * row[0]) + (below[0] * below[0]));
            Vectors.Rotate(row[1..], below[1..], row[0] / length, below[0] / length);
            row[0] = length;
        }

        // Takes the element at the index out of a row.
        void Shift(int row)
        {
            var at = (row * capacity) + index;
            upper.AsSpan(at + 1, last - index).CopyTo(upper.AsSpan(at));
        }
    }

    /// <summary>Gives the combination of the columns there that comes nearest to another column.</summary>
    public double[] Combination(int column)
    {
        var weights = Reduce(column);
        SolveUpper(weights);
        return weights;
    }

    /// <summary>Solves R'R u = b, in place. Cost O(n^2).</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        SolveUpper(b);
    }

    private void Grow()
    {
        var (wider, old) = (Math.Max(16, 2 * capacity), upper);
        upper = new double[wider * wider];
        for (var i = 0; i < columns.Count; i++) old.AsSpan((i * capacity) + i, columns.Count - i).CopyTo(upper.AsSpan((i * wider) + i));
        capacity = wider;
    }

    private double[] Reduce(int column)
    {
        var products = problem.Row(column);
        var reduced = new double[columns.Count];
        for (var i = 0; i < reduced.Length; i++) reduced[i] = products[columns[i]];
        SolveLower(reduced);
        return reduced;
    }

    // Four unknowns at a time, then what they take from all that follow.
    private void SolveLower(Span<double> b)
    {
        for (var first = 0; first < b.Length; first += 4)
        {
            var end = Math.Min(first + 4, b.Length);
            for (var i = first; i < end; i++)
            {
                b[i] /= upper[(i * capacity) + i];
                for (var j = i + 1; j < end; j++) b[j] = Math.FusedMultiplyAdd(-b[i], upper[(i * capacity) + j], b[j]);
            }

            if (end == b.Length) return;
            Vectors.AddScaled(b[end..], -b[first], Row(first, end), -b[first + 1], Row(first + 1, end), -b[first + 2], Row(first + 2, end), -b[first + 3], Row(first + 3, end));
        }
    }

    private void SolveUpper(Span<double> b)
    {
        for (var i = b.Length - 1; i >= 0; i--) b[i] = (b[i] - Vectors.Dot(b[(i + 1)..], Row(i, i + 1))) / upper[(i * capacity) + i];
    }

    private ReadOnlySpan<double> Row(int row, int from) => upper.AsSpan((row * capacity) + from, columns.Count - from);
}
