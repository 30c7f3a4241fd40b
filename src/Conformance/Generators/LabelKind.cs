namespace Infoscope.Conformance.Generators;

/// <summary>The kinds of labels that estimators meet. Every kind labels at least one row.</summary>
public enum LabelKind
{
    /// <summary>2 to 6 labels in random order, the numbers of their rows at most one apart.</summary>
    Balanced,

    /// <summary>Each label about a quarter as frequent as the one before it.</summary>
    Skewed,

    /// <summary>One to three labels of one row each; all other rows share label 0.</summary>
    Singletons,

    /// <summary>All rows have the one label there is.</summary>
    Single,

    /// <summary>No two rows share a label.</summary>
    AllDistinct,

    /// <summary>Some rows have no label; the others have labels of another kind. A row alone keeps its label.</summary>
    PartlyMissing,

    /// <summary>One label that no row has, or more.</summary>
    Unused,

    /// <summary>The label of a row is its cluster: the labels tell much about the rows.</summary>
    OfClusters,
}
