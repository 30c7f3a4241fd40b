using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>A law that a map of the rows changes no estimate, where the map itself rounds; rows are of moderate size, so that it rounds little.</summary>
internal abstract class RoundingLaw : InvarianceLaw
{
    public override Arbitrary<Sample> Samples => SampleGenerators.Moderate;

    public override bool Keeps(RowKind kind) => kind != RowKind.Distribution;
}
