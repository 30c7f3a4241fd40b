using Infoscope.ComparePeers.Results;
using Infoscope.ComparePeers.Running;

namespace Infoscope.ComparePeers.Lines;

/// <summary>A piece of work that is measured against something; gives one row of the table or more.</summary>
internal interface ILine
{
    /// <summary>Gets the name that it is chosen by.</summary>
    string Name { get; }

    /// <summary>Measures it.</summary>
    IEnumerable<LineResult> Run(Bench bench);
}
