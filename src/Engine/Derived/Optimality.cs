using Infoscope.Engine.Calibration;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Derived;

/// <summary>An output label set and an input label set, whose information is compared.</summary>
/// <param name="Output">The label set Y.</param>
/// <param name="Input">The label set X.</param>
public sealed record Optimality(string Output, string Input)
{
    /// <summary>Gives I(Y;Z)/I(X;Z), 1 on the bound of the information bottleneck; NaN where I(X;Z) is not above 0.</summary>
    internal IEnumerable<Measured> Of(IReadOnlyList<Measured> measured)
    {
        if (Ratios.Find(Quantities.MutualInformation, Output, measured) is not { } output || Ratios.Find(Quantities.MutualInformation, Input, measured) is not { } input) yield break;
        // Under permutations of two kinds a ratio has no meaning.
        var alike = output.NullWithin == input.NullWithin;
        Measurement NumberOf(Measured one) => alike ? one.Number : one.Number with { Nulls = [] };
        yield return new Measured
        {
            Quantity = Quantities.Optimality,
            LabelSet = Output,
            Against = Input,
            Number = Measurement.Derive(parts => parts[1] > 0 ? parts[0] / parts[1] : double.NaN, NumberOf(output), NumberOf(input)),
            RowsUsed = Math.Min(output.RowsUsed, input.RowsUsed),
            RowsDropped = Math.Max(output.RowsDropped, input.RowsDropped),
            IsDerived = true,
            Notes = [.. Remarks(output, input)],
        };
    }

    private IEnumerable<string> Remarks(Measured output, Measured input)
    {
        if (!(input.Number.Value > 0)) yield return $"there is no ratio, because the information of {Input} is not above 0";
        if (output.NullWithin != input.NullWithin && output.Number.Nulls.Length > 0) yield return $"no null: {Output} and {Input} are permuted in two ways";
        if (output.RowsUsed != input.RowsUsed) yield return $"{Output} labels {output.RowsUsed} rows and {Input} {input.RowsUsed}";
    }
}
