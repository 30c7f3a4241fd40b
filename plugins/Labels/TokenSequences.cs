using System.Globalization;

namespace Infoscope.Plugins.Labels;

/// <summary>The arguments of an n-gram source, checked.</summary>
internal sealed class TokenSequences
{
    internal const string OrderArgument = "n";
    internal const string TokensArgument = "tokens";
    internal const string PadArgument = "pad";

    // Beyond it not every whole number is a double, so a pad could be taken for another token.
    private const double LargestExactPad = 1L << 53;

    private TokenSequences(string source, NumericArray tokens, int order, int ahead, long? pad)
    {
        Source = source;
        Tokens = tokens;
        Length = (int)tokens.Shape[^1];
        Order = order;
        Ahead = ahead;
        Pad = pad;
    }

    /// <summary>Gets the specification as the user wrote it, for messages.</summary>
    internal string Source { get; }

    /// <summary>Gets the token ids, one sequence after the other; at least one.</summary>
    internal NumericArray Tokens { get; }

    /// <summary>Gets the number of tokens in a sequence.</summary>
    internal int Length { get; }

    /// <summary>Gets the number of tokens in an n-gram, 1 to <see cref="Length"/>.</summary>
    internal int Order { get; }

    /// <summary>Gets how many places after a position its n-gram ends.</summary>
    internal int Ahead { get; }

    /// <summary>Gets the token id that is no token; null when every id is one.</summary>
    internal long? Pad { get; }

    /// <summary>Checks the arguments of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="following">Whether the n-gram begins after the position, rather than ends at it.</param>
    /// <exception cref="OptionException">The order is 0 or more than a sequence holds, the pad is not a whole number, or the tokens are real numbers.</exception>
    /// <exception cref="ActivationShapeException">The tokens have neither one axis nor two, or there are none.</exception>
    internal static TokenSequences Of(LabelRequest request, bool following)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = request.Count(OrderArgument);
        if (order < 1) throw new OptionException($"{request.Source}: n is {order}; an n-gram has at least 1 token.");

        var tokens = request.Array(TokensArgument);
        if (!tokens.IsInteger)
            throw new OptionException($"{request.Source}: {tokens.Source} holds real numbers; token ids are whole numbers. Save them with tokens.astype(\"int64\").");
        if (tokens.Shape.Count is not (1 or 2) || tokens.Length == 0)
        {
            throw new ActivationShapeException(
                $"{request.Source}: {tokens.Source} has shape ({string.Join(", ", tokens.Shape)}); token ids have the shape (sequences, length), or (length) for one sequence, and at least one token.");
        }

        var longest = tokens.Shape[^1] - (following ? 1 : 0);
        if (order > longest)
        {
            throw new OptionException(
                $"{request.Source}: n is {order}, but the sequences of {tokens.Source} are {tokens.Shape[^1]} tokens long, so no position would have a label; n is at most {longest} here.");
        }

        return new(request.Source, tokens, (int)order, following ? (int)order : 0, request.Has(PadArgument) ? PadOf(request) : null);
    }

    private static long PadOf(LabelRequest request)
    {
        var pad = request.Number(PadArgument);
        // Written so that a NaN is refused too.
        if (!(Math.Abs(pad) <= LargestExactPad && Math.Truncate(pad) == pad))
            throw new OptionException(string.Create(CultureInfo.InvariantCulture, $"{request.Source}: pad is {pad:R}; a pad is a whole number from -2^53 to 2^53."));
        return (long)pad;
    }
}
