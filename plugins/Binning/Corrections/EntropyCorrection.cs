namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>How the entropy of counts is estimated.</summary>
public enum EntropyCorrection
{
    /// <summary>That of the frequencies; too low by about (m - 1)/2N.</summary>
    PlugIn,

    /// <summary>The plug-in entropy and (m - 1)/2N.</summary>
    MillerMadow,

    /// <summary>What is left of the bias when one draw is left out, taken off.</summary>
    Jackknife,

    /// <summary>Grassberger's estimate of 2003.</summary>
    Grassberger,

    /// <summary>Chao and Shen: frequencies shrunk by the coverage, and weighed by the chance to be seen.</summary>
    ChaoShen,

    /// <summary>Frequencies shrunk toward equal ones, by the rule of James and Stein.</summary>
    JamesStein,

    /// <summary>Nemenman, Shafee and Bialek: the posterior mean under a prior that is nearly flat in the entropy.</summary>
    Nsb,
}
