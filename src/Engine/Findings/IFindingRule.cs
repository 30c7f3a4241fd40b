using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>A rule over the rows of a whole comparison.</summary>
internal interface IFindingRule
{
    /// <summary>Gives what the rule finds.</summary>
    IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows);
}
