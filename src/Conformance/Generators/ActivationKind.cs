namespace Infoscope.Conformance.Generators;

/// <summary>The kinds of rows that estimators meet, each of which has broken one.</summary>
public enum ActivationKind
{
    /// <summary>Independent standard normal values.</summary>
    Gaussian,

    /// <summary>Normal noise of spread 0.5 about one of 2 to 6 centres of spread 3; one centre where there is one row.</summary>
    Clustered,

    /// <summary>Combinations of fewer directions than there are rows or features; at least 2 rows and 2 features.</summary>
    LowRank,

    /// <summary>Fewer distinct rows than rows; at least 2 rows.</summary>
    Duplicated,

    /// <summary>Normal values less 0.5, the negative ones set to zero: many exact zeros, and zero rows.</summary>
    Rectified,

    /// <summary>Independent Cauchy values: a few dwarf all others. Magnitudes reach 2e16.</summary>
    HeavyTailed,

    /// <summary>Normal values rounded to bfloat16, which has 8 significant bits.</summary>
    BFloat16,

    /// <summary>Row norms from 1e20 to 1e150; in half of the draws all within a factor of 10.</summary>
    HugeNorms,

    /// <summary>Row norms from 1e-150 to 1e-20; in half of the draws all within a factor of 10.</summary>
    TinyNorms,

    /// <summary>Row norms from 1e-6 to 1e6 in one draw, and some zero rows.</summary>
    MixedNorms,

    /// <summary>Normal values, but for one or more columns of one value, zero in half of them.</summary>
    ConstantColumns,

    /// <summary>One row.</summary>
    OneRow,

    /// <summary>One feature.</summary>
    OneFeature,

    /// <summary>More features than rows; at least 2 features.</summary>
    MoreFeaturesThanRows,

    /// <summary>Multiples of one direction, and noise 1e-6 times as large; at least 2 rows and 2 features.</summary>
    NearlyCollinear,

    /// <summary>The same row again and again.</summary>
    AllEqual,

    /// <summary>Whole numbers from -2 to 2: ties in every column and equal distances.</summary>
    WholeNumbers,

    /// <summary>Normal values about a common point 20 to 50 away from zero, as the rows of a language model lie.</summary>
    FarFromZero,
}
