namespace Infoscope.Plugins.Lasso.Selection;

/// <summary>How a given number of tokens was reached.</summary>
internal enum TopOutcome
{
    /// <summary>The solution selects exactly that many.</summary>
    Exact,

    /// <summary>The count jumps over the number; the tokens of the largest weights are taken at the penalty just below the jump.</summary>
    CountJumps,

    /// <summary>No penalty down to 1e-6 of lambda max selects so many; all that are selected there are taken.</summary>
    FewerExist,
}
