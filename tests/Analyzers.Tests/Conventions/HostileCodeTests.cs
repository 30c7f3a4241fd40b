using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>No rule falls over code that is half written or odd; one that does would be switched off by the compiler, with a warning of its own.</summary>
public sealed class HostileCodeTests
{
    private const int Depth = 200;

    public static TheoryData<string, string> Codes => new()
    {
        { "nothing", "" },
        { "a comment alone", "// nothing yet" },
        { "no code at all", "\0\uFFFF<html>{{{]]])) 12..5e+ 'abc \"" },
        { "an unfinished expression", "using Infoscope; static class S { static double Of(double p) => -p * Math.Log(" },
        { "calls without their arguments", "using Infoscope; static class S { static double Of(double p) { Math.Max(); Math.Log2(); Math.Log(); Math.Clamp(p); Information.FromNats(); Amount.Of(); p.Equals(); return p * Math.Log(, ) + Math.Max(0, ) + Information.FromNats(Math.Max(0)).Nats; } }" },
        { "arguments by name, missing and out of order", "static class S { static double Of(double p) => p * Math.Log(newBase: 2, a: p) + p * Math.Log(nothing: p) + Math.Clamp(max: 1, value: p, min: 0); }" },
        { "an unfinished try", "using Infoscope; static class S { static void Of() { try { Of(); } catch (NumericalFailureException) when ( } try { } catch (Missing) { } catch ( { } try { Of(); } }" },
        { "an unfinished choice", "using Infoscope; static class S { static Information Of(double x) => Information.FromNats(x < 0 ? 0 : ); static double Or(double x) => x == ? : ; }" },
        { "types that are missing", "public sealed class S : Missing<double>, IEstimator, IAbsent { public Nowhere Entropy(Lost entropyNats) => entropyNats * Math.Log(entropyNats); [Option] public double Nats { get; } public List<Gone> Information => null; }" },
        { "a member without a type", "public class S { public Entropy { get; } public double (int rows) => 0; public entropyNats; public double Nats" },
        { "statements without a type", "using Infoscope; var nats = Math.Max(0, x); double EntropyNats(double p) => p * Math.Log2(p); if (nats == EntropyNats(1)) Console.WriteLine(nats);" },
        { "names in other scripts", "using Infoscope; public static class Entropie̅ { public static double ΕντροπίαNats(double вероятность, double 信息Nats, double @double) => вероятность * Math.Log(вероятность) + (信息Nats == @double ? 1 : 0); public static double 𝒳 => 0; }" },
        { "names of one letter and of none", "public class N { public double _; public double H(double n, double s) => _; public double Nats_(double nats, double BITS, double nAtS) => nats; public double this[double bits] => bits; }" },
        { "parts of a type", "using Infoscope; public partial class S { public partial double EntropyNats { get; } static double Of(double p) => Math.Log(p); } public partial class S { public partial double EntropyNats => Math.Log2(1.5); } partial struct S { }" },
        { "records", "public record Base(double EntropyNats, (double Nats, double) Pair) { public double Information = EntropyNats; } public sealed record Derived(double EntropyNats, double Bits) : Base(EntropyNats, (Bits, Bits)); public readonly record struct Point(double Nats); public record Twice(double Nats, double Nats);" },
        { "static abstract members", "public interface IMeasure<T> where T : IMeasure<T> { static abstract double EntropyNats { get; } static virtual double Of<P>(P p) where P : System.Numerics.ILogarithmicFunctions<P>, System.Numerics.IMultiplyOperators<P, P, P> { var term = p * P.Log(p); return T.EntropyNats == 0 ? 0 : 1; } static abstract bool operator ==(T a, T b); static abstract bool operator !=(T a, T b); } " },
        { "generics around each other", "using Infoscope; public class A<T> : List<A<A<T>>> where T : A<T> { public Dictionary<T, Dictionary<T, (double Nats, T)[]>>? Information; public Task<Task<double>>? Entropy; public (double, (float, (double Nats, int)))? Divergence; public T[][,][,,]? Bits; public unsafe double* Nats; public ref double EntropyNats => throw null!; }" },
        { "a type that holds itself", "public class Entropies : System.Collections.Generic.IEnumerable<Entropies> { public Entropies Information => this; public IEnumerator<Entropies> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }" },
        { "a variable of itself", "using Infoscope; static class S { static double Of() { var p = p * Math.Log(p); double q = r, r = q; q = r; r = q; return q * Math.Log(q) + Information.FromNats(q).Nats; } }" },
        { "lambdas in lambdas", "using Infoscope; static class S { static Func<double, Func<double, Information>> Of = p => q => Information.FromNats(((Func<double, double>)(r => r * Math.Log2(r) + Math.Max(0, p * Math.Log(p / q))))(q)); static event Action? Nats; static async Task<double> EntropyNats() { await Task.Yield(); try { return await Task.Run(() => Math.Log10(1)); } catch { return 0; } finally { } } }" },
        { "an iterator, a deconstruction and a pattern", "static class S { static IEnumerable<double> Of((double, int)[] some) { foreach (var (p, _) in some) yield return p * Math.Log(p); foreach (var (a, (b, c)) in new[] { (1.0, (2.0, 3)) }) yield return b * Math.Log(b); foreach (ref readonly var p in new double[1].AsSpan()) yield return p * Math.Log(p); (var x, double y) = (1.0, 2.0); yield return some is [(> 0 and < 1, _), .., var z] ? x * Math.Log(x) : y * Math.Log(y); } }" },
        { "pointers, spans and dynamic", "unsafe static class S { static double Of(double* p, dynamic q, Span<double> r, ref double s) { try { q.Go(); } catch { } return *p * Math.Log(*p) + q * Math.Log(q) + r[^1] * Math.Log(r[^1]) + s * Math.Log(s) + (q.Nats == s ? 1 : 0); } }" },
        { "attributes, constants and defaults", "using Infoscope; [Estimator(\"\", )] public class S { [Option(Nats = 1 == 2.0)] public const double Nats = 0.5 * 2; public double Of(double entropyNats = Nats == 1 ? 0 : double.NaN) => entropyNats; public enum Information { Nats = (int)1.5, Bits } }" },
        { "preprocessor lines", "#if NATS\nclass A {\n#else\npublic class B { public double Nats\n#endif\n=> 0; }\n#region\n#error nats\n#pragma warning disable ISC1001, ISC9999, nats\n#line hidden" },
        { "directives only", "global using Infoscope; extern alias nats; using N = double; [assembly: Missing]" },
        { "an estimator without arguments", "using Infoscope; [Estimator] public sealed class Sample;" },
        { "attributes without arguments", "using Infoscope; [Estimator()] [Estimates] [Claims] [DoesNotClaim] [VerifyWith] public sealed class Sample : IEstimator;" },
        { "arguments of types that are missing", "using Infoscope; [Estimator(Nowhere.Id, Citation = Nowhere.Text, Summary = 3, Options = typeof(Nowhere))] [Estimates(1)] public sealed class Sample : Nowhere;" },
        { "arguments that are null", "using Infoscope; [Estimator(null!, Citation = null!, Summary = null!, Options = null)] [Estimates(null!)] [VerifyWith(null!)] public sealed class Sample : IEstimator;" },
        { "arguments that are not constant", "using Infoscope; [Estimator(\"a\" + Missing, \"b\", Options = typeof(System.Collections.Generic.List<>))] [Claims((Law)999, (Exactness)(-1), Quantity = null, When = null)] public class Sample : IEstimator;" },
        { "options that are an array", "using Infoscope; [Estimator(\"sample\", Options = typeof(int[]))] [Claims(Law.Nothing, Exactness.Exact)] [Claims(Law.Isometry)] [DoesNotClaim(Law.Isometry)] public sealed class Sample : IEstimator;" },
        { "options that derive from themselves", "using Infoscope; [Estimator(\"sample\", Options = typeof(O))] [VerifyWith(\"x=1\")] public sealed class Sample : IEstimator; class O : O { [Option] public Missing X { get; } [Option(\"y\", Minimum = \"2\")] public int Y = 3; }" },
        { "options with an unfinished default", "using Infoscope; [Estimator(\"sample\", Options = typeof(O))] public sealed class Sample : IEstimator; record O { [Option(3, Minimum = Missing.Value)] public int this[int x] { get; } [Option(\"x\")] public int? X { get; init; } = ; }" },
        { "label sources without a summary", "using Infoscope; [LabelSource] class Sample : ILabelSource, IMissing; [LabelSource(\"sample\")] [LabelSource(\"sample\")] class Other; enum E { [Option(\"x\")] A }" },
        { "deep arithmetic", $"static class S {{ static double Of(double p) => {string.Concat(Enumerable.Repeat("(p * Math.Log(p) + ", Depth))}p{new string(')', Depth)}; }}" },
        { "deep choices", $"using Infoscope; static class S {{ static Information Of(double p) => Information.FromNats({string.Concat(Enumerable.Repeat("p < 0 ? 0 : ", Depth))}Math.Max(0, p)); }}" },
        { "deep blocks", $"static class S {{ static void Of(double p) {{ {string.Concat(Enumerable.Repeat("try { if (p != 0) { ", Depth / 4))} p = p * Math.Log2(p); {string.Concat(Enumerable.Repeat("} } catch { }", Depth / 4))} }} }}" },
        { "deep types", $"{string.Concat(Enumerable.Range(0, Depth).Select(i => $"public class A{i} {{ "))} public double Nats => Math.Log2(0.5) + Math.Log(0.5); {new string('}', Depth)}" },
        { "a long chain of calls", $"static class S {{ static double Of(double[] p) => p{string.Concat(Enumerable.Repeat(".Select(q => q / 2)", Depth))}.Sum(q => q * Math.Log(q)); }}" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task NoRuleFallsOver(string what, string code) => await RuleFailures.AssertNone(what, PluginCode.Compile(code));

    [Theory]
    [InlineData(OutputKind.ConsoleApplication)]
    [InlineData(OutputKind.NetModule)]
    public async Task NoRuleFallsOverStatementsWithoutATypeInAProgram(OutputKind kind)
    {
        var compilation = PluginCode.Compile("using Infoscope; var nats = Math.Max(0, args.Length - 0.5); try { Console.WriteLine(nats * Math.Log(nats)); } catch { return 1; } return Information.FromNats(nats) == Information.FromNats(Math.Log2(nats)) ? 0 : 2;");
        await RuleFailures.AssertNone(kind.ToString(), compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
    }

    [Fact]
    public async Task NoRuleFallsOverTypesOfTheContractsNameInThePlugin() => await RuleFailures.AssertNone(
        "a contract of one's own", PluginCode.Compile("namespace Infoscope; public struct Information { public double Nats; public static int FromNats(string nats) => 0; public static double Max(double a) => 0; } public class NumericalFailureException; public record Estimate { public double Value { get; init; } } public interface IEstimator<T>;"));

    [Fact]
    public async Task ARuleThatFallsOverIsSeen() => Assert.NotEmpty(await RuleFailures.Of(PluginCode.Compile("class S;"), new Falling()));

#pragma warning disable RS1001 // no compiler loads it
    private sealed class Falling : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("ISC9999", "Falls over", "Falls over", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(_ => throw new InvalidOperationException("over"), SymbolKind.NamedType);
        }
    }
}
