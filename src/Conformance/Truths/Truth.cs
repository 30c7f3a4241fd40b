namespace Infoscope.Conformance.Truths;

/// <summary>The true value of a task's quantity: how much, how sure, and from where.</summary>
public sealed record Truth
{
    /// <summary>The error stated for quadratures, in nats; the two derivations of each task of the catalogue are nearer than this.</summary>
    public const double QuadratureErrorNats = 1e-11;

    /// <summary>Gets the value.</summary>
    public required Information Value { get; init; }

    /// <summary>Gets the error: zero for a closed form, a bound for a quadrature, one standard error for a Monte Carlo mean.</summary>
    public required Information Error { get; init; }

    /// <summary>Gets how the value was computed.</summary>
    public required TruthSource Source { get; init; }

    /// <summary>Gets the derivation in words: the formula, and each map that carried the value over.</summary>
    public required string Derivation { get; init; }

    /// <summary>Makes the truth of a closed form.</summary>
    public static Truth OfClosedForm(double valueNats, string derivation) =>
        new() { Value = Information.FromNats(valueNats), Error = Information.Zero, Source = TruthSource.ClosedForm, Derivation = derivation };

    /// <summary>Makes the truth of a quadrature that is right to <see cref="QuadratureErrorNats"/>.</summary>
    public static Truth OfQuadrature(double valueNats, string derivation) =>
        new() { Value = Information.FromNats(valueNats), Error = Information.FromNats(QuadratureErrorNats), Source = TruthSource.Quadrature, Derivation = derivation };

    /// <summary>Makes the truth of a Monte Carlo mean.</summary>
    public static Truth OfMonteCarlo(double valueNats, double standardErrorNats, string derivation) =>
        new() { Value = Information.FromNats(valueNats), Error = Information.FromNats(standardErrorNats), Source = TruthSource.MonteCarlo, Derivation = derivation };

    /// <summary>Gives the truth of a sum of two quantities derived apart; bounds add, and standard errors add in squares.</summary>
    public Truth Plus(Truth other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var source = Source > other.Source ? Source : other.Source;
        var error = source == TruthSource.MonteCarlo ? double.Hypot(Error.Nats, other.Error.Nats) : Error.Nats + other.Error.Nats;
        return new() { Value = Value + other.Value, Error = Information.FromNats(error), Source = source, Derivation = $"({Derivation}) + ({other.Derivation})" };
    }

    /// <summary>Gives the same truth, shifted by an exact amount, with a reason added to its derivation.</summary>
    public Truth Carried(double shiftNats, string reason) => this with { Value = Value + Information.FromNats(shiftNats), Derivation = $"{Derivation}; {reason}" };
}
