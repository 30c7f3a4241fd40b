namespace Infoscope.Plugins.Lasso;

/// <summary>Which tokens have rows of their own when items are asked for.</summary>
public enum TokenItems
{
    /// <summary>The selected ones, one row each.</summary>
    Selected,

    /// <summary>The selected ones, and every token with its three gains, the attention that the last one pays it and what it alone tells about the last one.</summary>
    All,
}
