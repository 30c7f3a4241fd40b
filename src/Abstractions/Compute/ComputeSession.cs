namespace Infoscope.Compute;

/// <summary>Linear algebra on one device in one precision, for one estimation.</summary>
/// <remarks>
/// Public members check disposal, thread, ownership, shapes and ranges in managed code and then call the provider. Operations return new matrices for
/// <c>using</c>; those that work in place return nothing but a count. Sums are taken in double whatever the precision, except those of a product whose factors and target
/// are all stored in single: a device may add their terms in single, and the processor does so for at most 256 of them at a time. What must not lose digits goes into
/// an <see cref="Accumulator"/>, or through a session in double. A row of a product depends on that row alone, so results do not depend on how rows are cut into blocks.
/// Used by the thread that first calls it, until it is handed over. Disposing the session frees what is left.
/// NaN and infinities propagate by the rules of floating point, except that eigenvalues and Cholesky factors refuse them. What a precision cannot hold
/// becomes infinite, on upload too.
/// </remarks>
public abstract class ComputeSession : IDisposable
{
    private readonly HashSet<Matrix> live = new(ReferenceEqualityComparer.Instance);
    private Thread? user;
    private int threads = 1;
    private bool disposed;

    /// <summary>Makes a session.</summary>
    protected ComputeSession(ComputeDevice device, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(device);
        Device = device;
        Precision = precision;
    }

    /// <summary>Gets the device.</summary>
    public ComputeDevice Device { get; }

    /// <summary>Gets the precision in which matrices are held, except accumulators.</summary>
    public Precision Precision { get; }

    /// <summary>Gets or sets how many threads one operation may use; 1 until whoever opens the session says otherwise.</summary>
    /// <remarks>Since contract 1.5. Results have the same bits for every number. A device that does not compute on threads of the host does not look at it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Threads
    {
        get => threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            threads = value;
        }
    }

    /// <summary>Gets or sets what ends a long operation early; an operation that takes O(n^3) looks at it between its blocks.</summary>
    /// <remarks>Since contract 1.5. The estimation's context sets it when it opens the session.</remarks>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Gets the number of matrices not yet disposed.</summary>
    public int LiveMatrices => live.Count;

    /// <summary>Copies row-major numbers to the device.</summary>
    /// <exception cref="ArgumentException">The number of elements is not rows times columns.</exception>
    public Matrix Upload(ReadOnlySpan<float> rowMajor, int rows, int columns)
    {
        Enter();
        ComputeChecks.Length(rowMajor.Length, rows, columns);
        return UploadCore(rowMajor, rows, columns);
    }

    /// <summary>Copies row-major numbers to the device.</summary>
    /// <exception cref="ArgumentException">The number of elements is not rows times columns.</exception>
    public Matrix Upload(ReadOnlySpan<double> rowMajor, int rows, int columns)
    {
        Enter();
        ComputeChecks.Length(rowMajor.Length, rows, columns);
        return UploadCore(rowMajor, rows, columns);
    }

    /// <summary>Copies a matrix back, row-major.</summary>
    /// <exception cref="ArgumentException">The number of elements is not rows times columns.</exception>
    public void Download(Matrix matrix, Span<float> rowMajor)
    {
        Enter(matrix);
        ComputeChecks.Length(rowMajor.Length, matrix.Rows, matrix.Columns);
        DownloadCore(matrix, rowMajor);
    }

    /// <summary>Copies a matrix back, row-major.</summary>
    /// <exception cref="ArgumentException">The number of elements is not rows times columns.</exception>
    public void Download(Matrix matrix, Span<double> rowMajor)
    {
        Enter(matrix);
        ComputeChecks.Length(rowMajor.Length, matrix.Rows, matrix.Columns);
        DownloadCore(matrix, rowMajor);
    }

    /// <summary>Makes a matrix of zeros that is held in double in either precision, for sums that grow over many blocks.</summary>
    /// <remarks>
    /// It is an operand like any other. What is added to it is never rounded to single. On the processor terms are added one after another, so the
    /// bits of a sum do not depend on how its terms are cut into blocks; elsewhere they may, by the rounding of a double.
    /// </remarks>
    public Matrix Accumulator(int rows, int columns)
    {
        Enter();
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return AccumulatorCore(rows, columns);
    }

    /// <summary>Multiplies two matrices, each as it is or transposed. Cost: O(rows x inner x columns).</summary>
    /// <exception cref="ArgumentException">The inner lengths differ.</exception>
    public Matrix Multiply(Matrix a, Matrix b, bool transposeA, bool transposeB)
    {
        Enter(a, b);
        ComputeChecks.Product(a, b, transposeA, transposeB);
        return MultiplyCore(a, b, transposeA, transposeB);
    }

    /// <summary>Multiplies two matrices and adds the product to a third.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or the target is one of the factors.</exception>
    public void MultiplyAdd(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto)
    {
        Enter(a, b);
        Enter(accumulateInto);
        var (rows, columns) = ComputeChecks.Product(a, b, transposeA, transposeB);
        ComputeChecks.Shape(accumulateInto, rows, columns, nameof(accumulateInto));
        ComputeChecks.Distinct(accumulateInto, a);
        ComputeChecks.Distinct(accumulateInto, b);
        MultiplyAddCore(a, b, transposeA, transposeB, accumulateInto);
    }

    /// <summary>Scales each row in place to Euclidean length 1, without overflow or underflow; a zero row stays zero, and one with NaN or an infinity is all NaN.</summary>
    /// <returns>The number of zero rows.</returns>
    public int NormalizeRows(Matrix matrix)
    {
        Enter(matrix);
        return NormalizeRowsCore(matrix);
    }

    /// <summary>Replaces each row by the softmax of its product with a number, the row's largest element subtracted first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not finite.</exception>
    public void SoftmaxRows(Matrix matrix, double scale)
    {
        Enter(matrix);
        ComputeChecks.Finite(scale, nameof(scale));
        SoftmaxRowsCore(matrix, scale);
    }

    /// <summary>Assigns rows softly to anchors: for each row x the softmax over the anchors a of scale (x . a) / |x|.</summary>
    /// <param name="rows">The rows as they are; row i begins at i times <paramref name="stride"/> and has as many elements as an anchor has columns.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="stride">The distance between the beginnings of two rows.</param>
    /// <param name="anchors">The anchors (m, d); not changed.</param>
    /// <param name="scale">What the cosines are multiplied by, the inverse of a temperature.</param>
    /// <param name="shares">Takes the assignments (count, m), row-major: in each row numbers from 0 to 1 that add up to 1 within the rounding of a double. A row that is zero or
    /// not finite has no direction, and all its shares are NaN.</param>
    /// <param name="entropiesNats">Takes the entropy of each row's assignment in nats; may be empty, and then none is computed.</param>
    /// <remarks>Since contract 1.5. Equal to <see cref="NormalizeRows"/>, <see cref="Multiply"/> and <see cref="SoftmaxRows"/> one after another, within the rounding of the
    /// precision, and a row's shares depend on that row alone. A device may do all of it in one sweep. Cost: O(count d m).</remarks>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public void SoftAssign(ReadOnlySpan<float> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        Enter(anchors);
        ComputeChecks.SoftAssignment(rows.Length, count, stride, anchors, scale, shares.Length, entropiesNats.Length);
        SoftAssignCore(rows, count, stride, anchors, scale, shares, entropiesNats);
    }

    /// <inheritdoc cref="SoftAssign(ReadOnlySpan{float}, int, int, Matrix, double, Span{double}, Span{double})"/>
    public void SoftAssign(ReadOnlySpan<double> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        Enter(anchors);
        ComputeChecks.SoftAssignment(rows.Length, count, stride, anchors, scale, shares.Length, entropiesNats.Length);
        SoftAssignCore(rows, count, stride, anchors, scale, shares, entropiesNats);
    }

    /// <summary>Adds up the rows of each segment; a row in segment -1 is left out. Shape (segments, columns).</summary>
    /// <exception cref="ArgumentException">There is not one segment per row, or one is outside -1 .. segments-1.</exception>
    public Matrix SegmentSum(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments)
    {
        Enter(matrix);
        ComputeChecks.Segments(matrix, segmentOfRow, segments);
        return SegmentSumCore(matrix, segmentOfRow, segments);
    }

    /// <summary>Adds the rows of each segment to the rows of a third matrix.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit, or a segment is outside its range.</exception>
    public void SegmentSumAdd(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto)
    {
        Enter(matrix, accumulateInto);
        ComputeChecks.Segments(matrix, segmentOfRow, accumulateInto.Rows);
        ComputeChecks.Shape(accumulateInto, accumulateInto.Rows, matrix.Columns, nameof(accumulateInto));
        ComputeChecks.Distinct(accumulateInto, matrix);
        SegmentSumAddCore(matrix, segmentOfRow, accumulateInto);
    }

    /// <summary>Gives the squared Euclidean distance of every row of one matrix to every row of another, without cancellation and never below 0.</summary>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public Matrix SquaredDistances(Matrix a, Matrix b)
    {
        Enter(a, b);
        ComputeChecks.SameColumns(a, b);
        return SquaredDistancesCore(a, b);
    }

    /// <summary>Gives exp(-|x-y|^2 / (2 bandwidth^2)) for every row x of one matrix and y of another.</summary>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bandwidth"/> is not above 0 and finite.</exception>
    public Matrix GaussianKernel(Matrix a, Matrix b, double bandwidth)
    {
        Enter(a, b);
        ComputeChecks.SameColumns(a, b);
        ComputeChecks.Finite(bandwidth, nameof(bandwidth));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(bandwidth, 0);
        return GaussianKernelCore(a, b, bandwidth);
    }

    /// <summary>Gives the sum of each row, shape (rows, 1).</summary>
    public Matrix RowSums(Matrix matrix)
    {
        Enter(matrix);
        return RowSumsCore(matrix);
    }

    /// <summary>Multiplies each row in place by its factor.</summary>
    /// <exception cref="ArgumentException">There is not one factor per row.</exception>
    public void ScaleRows(Matrix matrix, ReadOnlySpan<double> factors)
    {
        Enter(matrix);
        ComputeChecks.Count(factors.Length, matrix.Rows, "row");
        ScaleRowsCore(matrix, factors);
    }

    /// <summary>Multiplies each column in place by its factor.</summary>
    /// <exception cref="ArgumentException">There is not one factor per column.</exception>
    public void ScaleColumns(Matrix matrix, ReadOnlySpan<double> factors)
    {
        Enter(matrix);
        ComputeChecks.Count(factors.Length, matrix.Columns, "column");
        ScaleColumnsCore(matrix, factors);
    }

    /// <summary>Adds a number to each diagonal element in place.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public void AddDiagonal(Matrix matrix, double value)
    {
        Enter(matrix);
        ComputeChecks.Square(matrix);
        ComputeChecks.Finite(value, nameof(value));
        AddDiagonalCore(matrix, value);
    }

    /// <summary>Gives the eigenvalues of a symmetric matrix, ascending; only the lower triangle is read. Cost: O(n^3).</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="NumericalFailureException">An element is not finite, or the iteration did not converge.</exception>
    public double[] SymmetricEigenvalues(Matrix matrix)
    {
        Enter(matrix);
        ComputeChecks.Square(matrix);
        return SymmetricEigenvaluesCore(matrix);
    }

    /// <summary>Gives the eigenvalues of a symmetric matrix, ascending, and unit eigenvectors; only the lower triangle is read. Cost: O(n^3).</summary>
    /// <param name="matrix">The matrix (n, n); not changed.</param>
    /// <param name="vectors">A new matrix (n, n) whose row i is the eigenvector of value i; rows are orthonormal, and their signs arbitrary but the same for the same matrix.</param>
    /// <remarks>Since contract 1.4.</remarks>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="OptionException">The device gives no eigenvectors; another one has to be chosen.</exception>
    /// <exception cref="NumericalFailureException">An element is not finite, or the iteration did not converge.</exception>
    public double[] SymmetricEigenSystem(Matrix matrix, out Matrix vectors)
    {
        Enter(matrix);
        ComputeChecks.Square(matrix);
        return SymmetricEigenSystemCore(matrix, out vectors);
    }

    /// <summary>Gives the lower Cholesky factor of a symmetric positive definite matrix; only the lower triangle is read. Cost: O(n^3).</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="NumericalFailureException">The matrix is not positive definite.</exception>
    public Matrix Cholesky(Matrix matrix)
    {
        Enter(matrix);
        ComputeChecks.Square(matrix);
        return CholeskyCore(matrix);
    }

    /// <summary>Gives the logarithm of the determinant of a symmetric positive definite matrix. Cost: O(n^3).</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="NumericalFailureException">The matrix is not positive definite.</exception>
    public double LogDeterminantSpd(Matrix matrix)
    {
        Enter(matrix);
        ComputeChecks.Square(matrix);
        return LogDeterminantSpdCore(matrix);
    }

    /// <summary>Solves A X = B for a symmetric positive definite A. Cost: O(n^3 + n^2 columns).</summary>
    /// <exception cref="ArgumentException">A is not square, or B has another number of rows.</exception>
    /// <exception cref="NumericalFailureException">A is not positive definite.</exception>
    public Matrix SolveSpd(Matrix a, Matrix b)
    {
        Enter(a, b);
        ComputeChecks.Square(a);
        ComputeChecks.Shape(b, a.Rows, b.Columns, nameof(b));
        return SolveSpdCore(a, b);
    }

    /// <summary>Frees every matrix that is left, and the session.</summary>
    public void Dispose()
    {
        if (disposed) return;
        foreach (var matrix in live.ToArray()) matrix.Dispose();
        disposed = true;
        DisposeCore();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets another thread use the session: the one that calls next. The caller sees to it that no call is under way.</summary>
    /// <remarks>Since contract 1.1.</remarks>
    public void HandOver() => user = null;

    internal void Register(Matrix matrix) => live.Add(matrix);

    internal void Unregister(Matrix matrix) => live.Remove(matrix);

    /// <inheritdoc cref="Upload(ReadOnlySpan{float}, int, int)"/>
    protected abstract Matrix UploadCore(ReadOnlySpan<float> rowMajor, int rows, int columns);

    /// <inheritdoc cref="Upload(ReadOnlySpan{double}, int, int)"/>
    protected abstract Matrix UploadCore(ReadOnlySpan<double> rowMajor, int rows, int columns);

    /// <inheritdoc cref="Download(Matrix, Span{float})"/>
    protected abstract void DownloadCore(Matrix matrix, Span<float> rowMajor);

    /// <inheritdoc cref="Download(Matrix, Span{double})"/>
    protected abstract void DownloadCore(Matrix matrix, Span<double> rowMajor);

    /// <inheritdoc cref="Accumulator"/>
    protected abstract Matrix AccumulatorCore(int rows, int columns);

    /// <inheritdoc cref="Multiply"/>
    protected abstract Matrix MultiplyCore(Matrix a, Matrix b, bool transposeA, bool transposeB);

    /// <inheritdoc cref="MultiplyAdd"/>
    protected abstract void MultiplyAddCore(Matrix a, Matrix b, bool transposeA, bool transposeB, Matrix accumulateInto);

    /// <inheritdoc cref="NormalizeRows"/>
    protected abstract int NormalizeRowsCore(Matrix matrix);

    /// <inheritdoc cref="SoftmaxRows"/>
    protected abstract void SoftmaxRowsCore(Matrix matrix, double scale);

    /// <inheritdoc cref="SoftAssign(ReadOnlySpan{float}, int, int, Matrix, double, Span{double}, Span{double})"/>
    /// <remarks>Composed of other operations unless a provider has a faster way.</remarks>
    protected virtual void SoftAssignCore(ReadOnlySpan<float> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        var packed = new float[count * anchors.Columns];
        for (var row = 0; row < count; row++) rows.Slice(row * stride, anchors.Columns).CopyTo(packed.AsSpan(row * anchors.Columns));
        using var matrix = UploadCore(packed, count, anchors.Columns);
        ComposedAssignment.Of(this, matrix, anchors, scale, shares, entropiesNats);
    }

    /// <inheritdoc cref="SoftAssign(ReadOnlySpan{double}, int, int, Matrix, double, Span{double}, Span{double})"/>
    /// <remarks>Composed of other operations unless a provider has a faster way.</remarks>
    protected virtual void SoftAssignCore(ReadOnlySpan<double> rows, int count, int stride, Matrix anchors, double scale, Span<double> shares, Span<double> entropiesNats)
    {
        var packed = new double[count * anchors.Columns];
        for (var row = 0; row < count; row++) rows.Slice(row * stride, anchors.Columns).CopyTo(packed.AsSpan(row * anchors.Columns));
        using var matrix = UploadCore(packed, count, anchors.Columns);
        ComposedAssignment.Of(this, matrix, anchors, scale, shares, entropiesNats);
    }

    /// <inheritdoc cref="SegmentSum"/>
    protected abstract Matrix SegmentSumCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments);

    /// <inheritdoc cref="SegmentSumAdd"/>
    protected abstract void SegmentSumAddCore(Matrix matrix, ReadOnlySpan<int> segmentOfRow, Matrix accumulateInto);

    /// <inheritdoc cref="SquaredDistances"/>
    protected abstract Matrix SquaredDistancesCore(Matrix a, Matrix b);

    /// <inheritdoc cref="GaussianKernel"/>
    protected abstract Matrix GaussianKernelCore(Matrix a, Matrix b, double bandwidth);

    /// <inheritdoc cref="RowSums"/>
    protected abstract Matrix RowSumsCore(Matrix matrix);

    /// <inheritdoc cref="ScaleRows"/>
    protected abstract void ScaleRowsCore(Matrix matrix, ReadOnlySpan<double> factors);

    /// <inheritdoc cref="ScaleColumns"/>
    protected abstract void ScaleColumnsCore(Matrix matrix, ReadOnlySpan<double> factors);

    /// <inheritdoc cref="AddDiagonal"/>
    protected abstract void AddDiagonalCore(Matrix matrix, double value);

    /// <inheritdoc cref="SymmetricEigenvalues"/>
    protected abstract double[] SymmetricEigenvaluesCore(Matrix matrix);

    /// <inheritdoc cref="SymmetricEigenSystem"/>
    /// <remarks>Has a body, so that a provider of an older contract still loads.</remarks>
    protected virtual double[] SymmetricEigenSystemCore(Matrix matrix, out Matrix vectors) =>
        throw new OptionException($"the device {Device.Id} gives no eigenvectors, and the estimator needs them; use --device cpu.");

    /// <inheritdoc cref="Cholesky"/>
    protected abstract Matrix CholeskyCore(Matrix matrix);

    /// <inheritdoc cref="LogDeterminantSpd"/>
    protected abstract double LogDeterminantSpdCore(Matrix matrix);

    /// <inheritdoc cref="SolveSpd"/>
    protected abstract Matrix SolveSpdCore(Matrix a, Matrix b);

    /// <summary>Frees what the provider holds for the session.</summary>
    protected abstract void DisposeCore();

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        user ??= Thread.CurrentThread;
        if (user != Thread.CurrentThread)
            throw new InvalidOperationException("a compute session is used by the thread that first called it; open another session for another thread.");
    }

    private void Enter(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Enter();
        ObjectDisposedException.ThrowIf(matrix.IsDisposed, matrix);
        if (matrix.Owner != this) throw new ArgumentException("the matrix belongs to another session; upload it to this one.");
    }

    private void Enter(Matrix a, Matrix b)
    {
        Enter(a);
        Enter(b);
    }
}
