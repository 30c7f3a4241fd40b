namespace Infoscope.Plugins.Lasso;

/// <summary>What the penalty lambda multiplies beside |w|_1.</summary>
public enum PenaltyScale
{
    /// <summary>1/(2d) |y - Xw|^2 + lambda |w|_1, d the number of features: as in the common libraries.</summary>
    Mean,

    /// <summary>1/2 |y - Xw|^2 + lambda |w|_1.</summary>
    Sum,
}
