namespace Infoscope.Plugins.Lasso.Sequences;

/// <summary>The sequences that could not be analysed.</summary>
internal readonly record struct SequencesLeftOut
{
    /// <summary>Gets the number of sequences of fewer than two finite tokens.</summary>
    public long TooShort { get; init; }

    /// <summary>Gets the number of sequences whose last token is zero.</summary>
    public long ZeroTargets { get; init; }

    /// <summary>Gets the number of their tokens, those that are not finite among them.</summary>
    public long Tokens { get; init; }

    /// <summary>Adds two.</summary>
    public static SequencesLeftOut operator +(SequencesLeftOut left, SequencesLeftOut right) =>
        new() { TooShort = left.TooShort + right.TooShort, ZeroTargets = left.ZeroTargets + right.ZeroTargets, Tokens = left.Tokens + right.Tokens };
}
