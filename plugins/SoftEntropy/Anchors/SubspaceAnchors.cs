namespace Infoscope.Plugins.SoftEntropy.Anchors;

/// <summary>Whose anchors a subspace uses.</summary>
public enum SubspaceAnchors
{
    /// <summary>Every subspace draws its own.</summary>
    Own,

    /// <summary>All subspaces use the anchors of the first.</summary>
    Shared,
}
