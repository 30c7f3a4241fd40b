namespace Infoscope.Conformance.Truths;

/// <summary>How a true value was computed, the more certain first.</summary>
public enum TruthSource
{
    /// <summary>A formula in elementary or gamma functions, or a finite sum.</summary>
    ClosedForm,

    /// <summary>A deterministic numerical integral or an infinite sum.</summary>
    Quadrature,

    /// <summary>A mean over random draws, with its standard error.</summary>
    MonteCarlo,
}
