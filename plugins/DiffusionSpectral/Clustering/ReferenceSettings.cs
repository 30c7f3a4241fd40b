namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>How a continuous reference is turned into classes.</summary>
internal sealed record ReferenceSettings
{
    /// <summary>Gets the number of bins of one column or of clusters of several, at least 1; 10 by default.</summary>
    /// <remarks>Clusters of several columns cost a dense eigenproblem of one and a half times their number per round of the iteration: a few hundred are the most that is sensible.</remarks>
    public int Clusters
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    /// <summary>Gets the number of neighbours of a row, itself included, at least 2; 10 by default. One column has no use for it.</summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 10;
}
