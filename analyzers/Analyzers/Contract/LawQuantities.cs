namespace Infoscope.Analyzers.Contract;

/// <summary>Which quantities a law speaks of unless a claim names others, and which laws are owed; laws go by their names.</summary>
/// <remarks>The battery decides; a test of it compiles this file and holds it to the laws. So it knows neither the compiler nor the contract.</remarks>
internal static class LawQuantities
{
    private const string Information = "mutual-information";

    private static readonly HashSet<string> OfInformation =
    [
        "NonNegative", "AtMostLabelEntropy", "AtMostOwnEntropy", "ChannelCeiling", "JsdIdentity", "LabelRefinementMonotone", "ChainRule", "Symmetric",
        "DataProcessingLabels", "DataProcessingRepresentation", "AdditiveIndependent", "ZeroUnderShuffle",
    ];

    private static readonly HashSet<string> OwedByAll = ["Deterministic", "UnitConversion", "DegenerateInputs", "InputUnchanged", "CancellationObeyed", "MemoryReleased"];

    /// <summary>Tells whether every estimator owes the law, whatever it claims.</summary>
    public static bool IsOwed(string law) => OwedByAll.Contains(law);

    /// <summary>Tells whether a law is about a quantity without being named for it.</summary>
    public static bool SpeaksOf(string law, string quantity) => law switch
    {
        "JsdRange" => quantity is "disentanglement" or "disentanglement-uniform",
        "DeclaredNullBias" => quantity == "null-bias",
        "ChannelCeiling" when quantity == "channel-ceiling" => true,
        _ when OfInformation.Contains(law) => quantity == Information || quantity.StartsWith(Information + "-", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>Gives the quantities that a law is about, in words.</summary>
    public static string Words(string law) => law switch
    {
        "JsdRange" => "disentanglement and disentanglement-uniform",
        "DeclaredNullBias" => "null-bias",
        "ChannelCeiling" => $"{Information}, quantities whose id begins so, and channel-ceiling",
        _ when OfInformation.Contains(law) => $"{Information} and quantities whose id begins so",
        _ => "every quantity",
    };
}
