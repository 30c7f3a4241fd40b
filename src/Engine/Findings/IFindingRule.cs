using Infoscope.Engine.Results;

namespace Infoscope.Engine.Findings;

/// <summary>A rule over the rows of a whole comparison.</summary>
internal interface IFindingRule
{
    /// <summary>Gets the kind of its findings.</summary>
    string Kind { get; }

    /// <summary>Gives what the rule finds.</summary>
    IEnumerable<Finding> Over(IReadOnlyList<ResultRow> rows);
}
