namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>Subsets of labelled points that are as large as a class.</summary>
internal interface ISubsets
{
    /// <summary>Gives a subset, in increasing order.</summary>
    /// <param name="size">The number of points drawn.</param>
    /// <param name="ordinal">Which class of that size it is for.</param>
    /// <param name="repetition">Which of the repetitions.</param>
    /// <param name="count">The number of points to draw from.</param>
    int[] Draw(int size, int ordinal, int repetition, int count);
}
