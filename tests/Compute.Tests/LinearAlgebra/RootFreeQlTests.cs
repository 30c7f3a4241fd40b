namespace Infoscope.Compute.Tests;

/// <summary>Values by root-free steps, four at once where a block is long, beside those of implicit steps, which take square roots.</summary>
public sealed class RootFreeQlTests
{
    // Around the shortest block that takes four steps at once, and far above.
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 8, 18, 19, 20, 21, 22, 40, 150];

    public static TheoryData<string> Kinds =>
        ["random", "nothing on the diagonal", "all couplings 1", "graded up", "graded down", "nearly split", "split", "clustered", "huge beside tiny"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ValuesAreThoseOfImplicitSteps(string kind)
    {
        foreach (var size in Sizes)
        {
            for (var seed = 0; seed < 10; seed++)
            {
                var (diagonal, offDiagonal) = Make(kind, size, new Random((1000 * size) + seed));
                var (expected, couplings) = (diagonal.ToArray(), offDiagonal.ToArray());
                ImplicitQl.Diagonalize(expected, couplings, rotations: null);
                RootFreeQl.Diagonalize(diagonal, offDiagonal, CancellationToken.None);

                // The norm is at most 3. Each method errs by a few roundings a row.
                var tolerance = 3 * 8.0 * size / (1L << 53);
                foreach (var (wanted, actual) in expected.Order().Zip(diagonal.Order())) Assert.Equal(wanted, actual, tolerance);
            }
        }
    }

    [Fact]
    public void ALongIterationEndsWhenItIsCancelled()
    {
        var (diagonal, offDiagonal) = Make("random", 100, new Random(1));
        Assert.Throws<OperationCanceledException>(() => RootFreeQl.Diagonalize(diagonal, offDiagonal, new CancellationToken(canceled: true)));
    }

    private static (double[] Diagonal, double[] OffDiagonal) Make(string kind, int size, Random random)
    {
        double Uniform() => (2 * random.NextDouble()) - 1;
        Func<int, (double, double)> element = kind switch
        {
            "random" => _ => (Uniform(), Uniform()),
            "nothing on the diagonal" => _ => (0, Uniform()),
            "all couplings 1" => _ => (0, 1),
            "graded up" => i => (Uniform() * Math.Pow(10, -0.2 * (size - i)), Uniform() * Math.Pow(10, -0.2 * (size - i))),
            "graded down" => i => (Uniform() * Math.Pow(10, -0.2 * i), Uniform() * Math.Pow(10, -0.2 * i)),
            "nearly split" => i => (Uniform(), i % 7 == 3 ? 1e-12 : Uniform()),
            "split" => i => (Uniform(), i % 5 == 2 ? 0 : Uniform()),
            "clustered" => i => (i % 3 == 0 ? 1 : 0.5, 1e-9 * Uniform()),
            "huge beside tiny" => i => (i == size / 2 ? 1 : 0, i % 2 == 0 ? 1e-160 : 1e-17),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of matrix."),
        };
        var elements = Enumerable.Range(0, size).Select(element).ToArray();
        return ([.. elements.Select(pair => pair.Item1)], [.. elements.Select(pair => pair.Item2)]);
    }
}
