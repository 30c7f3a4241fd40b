using Infoscope.Analyzers.Numerics;

namespace Infoscope.Analyzers.Tests.Numerics;

public sealed class ComputeMatricesAreDisposedTests : RuleTests<ComputeMatricesAreDisposed>
{
    private const string Undisposed = "is never disposed";
    private const string Dropped = "is not kept and so never disposed";
    private const string Nested = "is handed to another operation alone, which does not dispose its operands";

    [WrongCase]
    public Task ALocalThatNobodyDisposesIsReported() => Reports(
        InMethod("var product = [|session.Multiply(a, a, false, true)|]; session.Download(product, values); return product.Rows;"), Message("Multiply", Undisposed));

    [WrongCase]
    public Task ALocalThatIsSetLaterIsReported() => Reports(
        InMethod("Matrix? kernel = null; if (values.Length > 1) kernel = [|session.Upload(values, 1, values.Length)|]; return kernel is null ? 0 : session.LogDeterminantSpd(kernel);"), Message("Upload", Undisposed));

    [WrongCase]
    public Task ANestedOperationIsReported() => Reports(
        InMethod("using var sums = session.RowSums([|session.Upload(values, 1, values.Length)|]); return sums.Rows;"), Message("Upload", Nested));

    [WrongCase]
    public Task AMatrixThatIsDroppedIsReported() => Reports(
        InMethod("[|session.Cholesky(a)|]; _ = [|session.RowSums(a)|]; return [|session.Accumulator(2, 2)|].Rows;"), Message("Cholesky", Dropped), Message("RowSums", Dropped), Message("Accumulator", Dropped));

    [WrongCase]
    public Task EigenvectorsThatNobodyDisposesAreReported() => Reports(
        InMethod("var first = session.SymmetricEigenSystem(a, out [|var vectors|])[0]; session.Download(vectors, values); session.SymmetricEigenSystem(a, out [|_|]); return first;"),
        Message("SymmetricEigenSystem", Undisposed),
        Message("SymmetricEigenSystem", Dropped));

    [RightCase]
    public Task ALocalWithUsingIsRight() => IsQuiet(InMethod("using var product = session.Multiply(a, a, false, true); using (var sums = session.RowSums(product)) session.Download(sums, values); return product.Rows;"));

    [RightCase]
    public Task ALocalThatIsDisposedIsRight() => IsQuiet(InMethod("var product = session.Multiply(a, a, false, true); try { return product.Rows; } finally { product?.Dispose(); }"));

    [RightCase]
    public Task EigenvectorsThatAreDisposedAreRight() => IsQuiet(InMethod("var all = session.SymmetricEigenSystem(a, out var vectors); using (vectors) session.Download(vectors, values); using var also = vectors; return all[0];"));

    [RightCase]
    public Task AMatrixThatIsReturnedIsRight() => IsQuiet("""
        using Infoscope.Compute;
        static class Sample
        {
            static Matrix Gram(ComputeSession session, Matrix rows) => session.Multiply(rows, rows, false, true);
            static Matrix Kernel(ComputeSession session, Matrix rows)
            {
                var kernel = session.GaussianKernel(rows, rows, 1);
                session.AddDiagonal(kernel, 1);
                return kernel;
            }
            static Matrix Either(ComputeSession session, Matrix rows, bool first) => first ? session.RowSums(rows) : session.Cholesky(rows);
            static IEnumerable<Matrix> All(ComputeSession session, Matrix rows) { yield return session.RowSums(rows); }
        }
        """);

    [RightCase]
    public Task AMatrixThatIsKeptIsRight() => IsQuiet("""
        using Infoscope.Compute;
        sealed class Sums(ComputeSession session) : IDisposable
        {
            private readonly Matrix total = session.Accumulator(3, 3);
            private readonly Matrix[] parts = [session.Accumulator(1, 1)];
            private readonly List<Matrix> more = [];
            private Matrix? last;

            public void Add(Matrix rows)
            {
                var sum = session.RowSums(rows);
                more.Add(sum);
                last = session.Cholesky(rows);
                parts[0] = session.Cholesky(rows);
                (last, parts[0]) = (session.Cholesky(rows), session.Cholesky(rows));
            }

            public void Dispose() => total.Dispose();
        }
        """);

    [RightCase]
    public Task AMatrixThatSomebodyTakesOverIsRight() => IsQuiet("""
        using Infoscope.Compute;
        sealed class Kernel(Matrix matrix) : IDisposable
        {
            public static Kernel Of(ComputeSession session, Matrix rows)
            {
                var matrix = session.GaussianKernel(rows, rows, 1);
                Take(session.RowSums(rows));
                return new Kernel(matrix);
            }

            public static void Give(ComputeSession session, Matrix rows, out Matrix made, ref Matrix changed) => (made, changed) = (session.RowSums(rows), session.RowSums(rows));

            public void Dispose() => matrix.Dispose();

            private static void Take(Matrix one) => one.Dispose();
        }
        """);

    [RightCase]
    public Task AnotherTypeOfThatNameIsRight() => IsQuiet("class Matrix { } class ComputeSession { public Matrix Cholesky(Matrix of) => of; static void Use(ComputeSession session) => session.Cholesky(new()); }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("class Matrix { } class ComputeSession { public Matrix Cholesky(Matrix of) => of; static void Use(ComputeSession session) => session.Cholesky(new()); }");

    [Fact]
    public Task ALocalGetsUsing() => Fixes<ComputeMatricesAreDisposedFix>(
        InMethod("// the kernel\n        var product = session.Multiply(a, a, false, true); return product.Rows;"), InMethod("// the kernel\n        using var product = session.Multiply(a, a, false, true); return product.Rows;"));

    [Fact]
    public Task ALocalThatIsSetAnewHasNoCertainFix() => OffersNoFix<ComputeMatricesAreDisposedFix>(
        InMethod("var product = session.Multiply(a, a, false, true); product = a; return product.Rows;"));

    [Fact]
    public Task ALocalOfALambdaHasNoCertainFix() => OffersNoFix<ComputeMatricesAreDisposedFix>(
        InMethod("var product = session.Multiply(a, a, false, true); Func<double> later = () => session.LogDeterminantSpd(product); return later();"));

    [Fact]
    public Task ANestedOperationHasNoCertainFix() => OffersNoFix<ComputeMatricesAreDisposedFix>(InMethod("return session.LogDeterminantSpd(session.Multiply(a, a, true, false));"));

    private static string Message(string operation, string loss) => $"The matrix of {operation} {loss}, and stays on the device until the session ends; put it into a local by 'using var'";

    private static string InMethod(string statements) => $$"""
        using Infoscope.Compute;

        static class Sample
        {
            static double Of(ComputeSession session, Matrix a, double[] values)
            {
                {{statements}}
            }
        }
        """;
}
