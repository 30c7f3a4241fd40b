namespace Infoscope.Conformance;

/// <summary>What an estimator says of a law for one quantity under one configuration.</summary>
/// <param name="Stance">Whether it claims or disclaims it.</param>
/// <param name="Exactness">The sense in which it is claimed, or measured.</param>
/// <param name="Because">The reason of a disclaimer.</param>
internal sealed record Standing(Stance Stance, Exactness Exactness, string Because = "")
{
    /// <summary>Gets the standing of a law that every estimator owes.</summary>
    public static Standing Required { get; } = new(Stance.Required, Exactness.Exact);

    /// <summary>Gets the standing of a law that is not spoken of.</summary>
    public static Standing Unmentioned { get; } = new(Stance.Unmentioned, Exactness.Exact);

    /// <summary>Gets whether breaking the law is a failure.</summary>
    public bool Binds => Stance is Stance.Required or Stance.Claimed;
}
