namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>Which entropy of a set of points is taken.</summary>
public enum EntropyKind
{
    /// <summary>Of the spectrum of the diffusion operator: DSE.</summary>
    Diffusion,

    /// <summary>Of the N^2 transition probabilities of the diffusion; without a time.</summary>
    MatrixEntry,

    /// <summary>Of the spectrum of the Gaussian kernel itself; without a time.</summary>
    GaussianAdjacency,

    /// <summary>Of the moduli of the eigenvalues of the k-nearest-neighbour graph; without a bandwidth and a time.</summary>
    NeighbourAdjacency,

    /// <summary>Of distinct rows after each feature is cut into bins of equal width: the classic Shannon entropy of the comparison.</summary>
    Binned,
}
