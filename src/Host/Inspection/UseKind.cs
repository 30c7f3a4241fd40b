namespace Infoscope.Host.Inspection;

/// <summary>What compare would take an array as.</summary>
internal enum UseKind
{
    Activations,
    Sequences,
    Labels,
    Attention,
    LeftOut,
}
