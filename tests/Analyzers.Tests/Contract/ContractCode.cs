namespace Infoscope.Analyzers.Tests.Contract;

/// <summary>Estimators, label sources and options around the few words that a case is about.</summary>
internal static class ContractCode
{
    /// <summary>What every estimator here does, which is nothing.</summary>
    public const string Body = "{ public InputRequirements Requires(OptionValues options) => new(); public IEstimation Begin(EstimationContext context) => throw new NotSupportedException(); }";

    /// <summary>What every label source here does.</summary>
    public const string SourceBody = "{ public LabelSet Derive(LabelRequest request) => throw new NotSupportedException(); }";

    /// <summary>An estimator with these attributes and no other, and more code behind it.</summary>
    public static string Estimator(string attributes, string more = "") => $$"""
        using Infoscope;

        {{attributes}}
        public sealed class Sample : IEstimator
        {{Body}}

        {{more}}
        """;

    /// <summary>An estimator of entropy and information with these claims, and options.</summary>
    public static string Claiming(string claims, string options = "") => Estimator(
        $"""[Estimator("sample", Summary = "s", Citation = "c"{(options.Length > 0 ? ", Options = typeof(SampleOptions)" : "")})] [Estimates("entropy")] [Estimates("mutual-information")] {claims}""",
        options.Length > 0 ? $$"""public sealed record SampleOptions { {{options}} }""" : "");

    /// <summary>An estimator with an options record that has these members.</summary>
    public static string Options(string members) => Estimator(
        """[Estimator("sample", Summary = "s", Citation = "c", Options = typeof(SampleOptions))] [Estimates("entropy")]""",
        $$"""public record SampleOptions { {{members}} }""");
}
