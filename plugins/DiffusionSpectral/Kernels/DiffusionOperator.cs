namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>How the Gaussian kernel G with row sums Deg becomes an operator whose largest eigenvalue is 1.</summary>
public enum DiffusionOperator
{
    /// <summary>K = Deg^-1/2 G Deg^-1/2, which has the eigenvalues of the random walk Deg^-1 G; all published numbers are its.</summary>
    RandomWalk,

    /// <summary>K once more divided by its row sums Deg2, in the symmetric form Deg2^-1/2 K Deg2^-1/2: diffusion with half the influence of density removed.</summary>
    Anisotropic,
}
