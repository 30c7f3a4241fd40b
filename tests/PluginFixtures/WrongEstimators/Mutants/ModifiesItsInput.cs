using System.Numerics;
using System.Runtime.InteropServices;
using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Writes to the first row of a block once it has counted it. Falls by <see cref="Law.InputUnchanged"/>.</summary>
[Estimator("modifies-its-input", Summary = "Wrong: writes to the first row of a block once it has counted it.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class ModifiesItsInput : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        public override void Observe(in ActivationBlock block)
        {
            base.Observe(block);
            if (!block.Single.IsEmpty) Overwrite(ref MemoryMarshal.GetReference(block.Single));
            if (!block.Double.IsEmpty) Overwrite(ref MemoryMarshal.GetReference(block.Double));
        }

        private static void Overwrite<T>(ref T value)
            where T : INumber<T> => value = T.IsZero(value) ? T.One : T.Zero;
    }
}
