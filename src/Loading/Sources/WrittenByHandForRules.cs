using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Loading;

/// <summary>Says the same as <see cref="WrittenByHand"/> to the rules, which ask in the words of an <c>.editorconfig</c>.</summary>
internal sealed class WrittenByHandForRules : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions ByHand = new Answer("false");
    private static readonly AnalyzerConfigOptions Generated = new Answer("true");
    private static readonly AnalyzerConfigOptions None = new Answer(null);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => tree.FilePath is Preamble.Path or Preamble.VersionPath ? Generated : ByHand;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

    private sealed class Answer(string? isGenerated) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = KeyComparer.Equals(key, "generated_code") ? isGenerated : null;
            return value is not null;
        }
    }
}
