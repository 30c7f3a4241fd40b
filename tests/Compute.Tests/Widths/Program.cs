namespace Infoscope.Compute.Tests;

/// <summary>What a child process of <see cref="WidthTests"/> runs: prints every bit of some results as the processor's allowed instructions give them.</summary>
internal static class Program
{
    public static int Main()
    {
        var provider = new CpuComputeProvider();
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = provider.Open(provider.Probe()[0], precision);
            using var a = session.Upload(Dense.Random(37, 300, seed: 1).Elements, 37, 300);
            using var b = session.Upload(Dense.Random(29, 300, seed: 2).Elements, 29, 300);
            Print(session, $"product {precision}", session.Multiply(a, b, false, true));
            Print(session, $"Gram matrix {precision}", session.Multiply(a, a, true, false));
            Print(session, $"distances {precision}", session.SquaredDistances(a, b));
            Print(session, $"kernel {precision}", session.GaussianKernel(a, b, 10));
            foreach (var (name, numbers) in LinearAlgebraResults.Of(session)) Print($"{name} {precision}", numbers);
        }

        return 0;
    }

    private static void Print(ComputeSession session, string name, Matrix result)
    {
        var numbers = new double[result.Rows * result.Columns];
        session.Download(result, numbers.AsSpan());
        Print(name, numbers);
    }

    private static void Print(string name, double[] numbers) =>
        Console.WriteLine($"{name}: {string.Join(' ', numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("x16")))}");
}
