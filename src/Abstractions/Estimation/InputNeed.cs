namespace Infoscope;

/// <summary>Whether an estimator uses a kind of input.</summary>
public enum InputNeed
{
    /// <summary>It does not look at it, and may not be given it; of labels it is given none.</summary>
    None,

    /// <summary>It uses it when it is there.</summary>
    Optional,

    /// <summary>It cannot run without it.</summary>
    Required,
}
