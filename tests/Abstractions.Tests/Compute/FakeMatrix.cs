using Infoscope.Compute;

namespace Infoscope.Tests.Compute;

/// <summary>A matrix of which only the shape matters.</summary>
internal sealed class FakeMatrix(ComputeSession owner, int rows, int columns) : Matrix(owner, rows, columns)
{
    internal int Freed { get; private set; }

    protected override void Free() => Freed++;
}
