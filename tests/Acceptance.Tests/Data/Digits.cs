using Infoscope.Engine.Inputs;

namespace Infoscope.Acceptance.Tests.Data;

/// <summary>The digits sample: a layer of the classifier at an epoch, with the digit as label.</summary>
internal static class Digits
{
    public const string Label = "digit";

    public static ActivationSet Open(string condition, int epoch, string layer)
    {
        var activations = new StoredActivations(Files.Sample("data", "digits", condition, $"epoch{epoch:D4}.npz"), layer);
        var digits = Files.Classes(Files.Sample("data", "digits", "test_labels.npy"));
        return new ActivationSet
        {
            Name = condition,
            Layer = layer,
            Step = $"{epoch}",
            Activations = activations,
            Labels = [RowLabels.Over(Label, digits, activations.Name, activations.LeadingAxes)],
        };
    }
}
