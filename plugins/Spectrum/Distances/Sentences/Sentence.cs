namespace Infoscope.Plugins.Spectrum.Distances.Sentences;

/// <summary>One sentence: its usable tokens and its label in every label set.</summary>
internal sealed class Sentence
{
    /// <summary>The label of a sentence none of whose usable tokens has one.</summary>
    public const int Unlabelled = -1;

    /// <summary>The label of a sentence whose tokens have several.</summary>
    public const int Disagreeing = -2;

    /// <summary>Gets the number of the sequence.</summary>
    public required int Sequence { get; init; }

    /// <summary>Gets the tokens, row-major, each finite and other than zero.</summary>
    public required double[] Tokens { get; init; }

    /// <summary>Gets the number n of tokens.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the label in each label set, <see cref="Unlabelled"/> or <see cref="Disagreeing"/>.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Gets the number of tokens with a label in each label set.</summary>
    public required int[] LabelledTokens { get; init; }
}
