namespace Infoscope.Conformance.Truths;

/// <summary>What a draw of a known task consists of.</summary>
public enum TaskKind
{
    /// <summary>Rows and one label for each: the information is I(Y;Z).</summary>
    Labels,

    /// <summary>Rows and reference rows, one for each: the information is I(X;Z).</summary>
    Pair,

    /// <summary>Rows alone: the quantity is an entropy.</summary>
    Rows,
}
