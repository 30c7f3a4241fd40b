using System.CommandLine;
using Infoscope.Host.Studying;
using static Infoscope.Host.Commands.Flags;

namespace Infoscope.Host.Commands;

/// <summary>The command line of study power-law.</summary>
internal sealed class PowerLawCommand : Command
{
    public static readonly string[] Examples =
    [
        "infoscope study power-law results --size pythia-70m.npz=70M --size pythia-160m.npz=160M --size pythia-410m.npz=410M",
        "infoscope study power-law results.csv --quantities entropy --size '*small*:layer6=1e6' --size '*middle*:layer6=1e7' --size '*large*:layer6=1e8'",
    ];

    private readonly Option<string[]> quantities = StudyOptions.Quantities(PowerLawStudy.DefaultQuantity);
    private readonly Option<string[]> sizes = Many("--size", "SET=NUMBER", "The size of a model: SET is an activation set or SET:LAYER, * and ? allowed; NUMBER is 70M, 1.4B or 7e7");

    public PowerLawCommand(CommonOptions common)
        : base("power-law", "A power law of a quantity against the size of models, beside that of its ceilings.")
    {
        Add(quantities);
        Add(sizes);
        new StudyOptions(common).AddTo(
            this,
            (parse, request) => request with { Quantities = Given(parse, quantities), Sizes = Given(parse, sizes) ?? [] },
            (request, log, cancellation) => new PowerLawStudy(request, log).Run(cancellation));
    }
}
