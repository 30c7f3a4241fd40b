using System.CommandLine;
using Infoscope.Host.Studying;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of study layer-profile.</summary>
internal sealed class LayerProfileCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope study layer-profile results",
        "infoscope study layer-profile results.jsonl --quantities entropy,mutual-information --estimators soft-entropy",
    ];

    private readonly Option<string[]> quantities = StudyOptions.Quantities(LayerProfileStudy.DefaultQuantity);

    public LayerProfileCommand(CommonOptions common)
        : base("layer-profile", "A quantity from layer to layer, and the layer before which it falls most.")
    {
        Add(quantities);
        new StudyOptions(common).AddTo(this, (parse, request) => request with { Quantities = Given(parse, quantities) }, (request, log, cancellation) => new LayerProfileStudy(request, log).Run(cancellation));
    }
}
