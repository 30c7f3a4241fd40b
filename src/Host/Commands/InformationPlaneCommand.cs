using System.CommandLine;
using Infoscope.Host.Studying;

namespace Infoscope.Host.Commands;

/// <summary>The command line of study information-plane.</summary>
internal sealed class InformationPlaneCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope study information-plane results",
        "infoscope study information-plane results.jsonl --estimators binning --label-sets class --unit bits",
    ];

    public InformationPlaneCommand(CommonOptions common)
        : base("information-plane", "What each layer holds of the input and of the labels, checkpoint by checkpoint.") =>
        new StudyOptions(common).AddTo(this, (_, request) => request, (request, log, cancellation) => new InformationPlaneStudy(request, log).Run(cancellation));
}
