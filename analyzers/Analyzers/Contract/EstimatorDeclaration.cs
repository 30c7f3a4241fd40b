using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>What the attributes of one estimator say.</summary>
internal sealed class EstimatorDeclaration
{
    private readonly EstimatorSymbols symbols;

    public EstimatorDeclaration(DeclaredClass declared, EstimatorSymbols symbols)
    {
        this.symbols = symbols;
        Class = declared;
        Estimates = [.. declared.Type.AllOf(symbols.Estimates)];
        VerifyWith = [.. declared.Type.AllOf(symbols.VerifyWith)];
        Claims = Read(symbols.Claims);
        Disclaimers = Read(symbols.DoesNotClaim);
    }

    public DeclaredClass Class { get; }

    public IReadOnlyList<AttributeData> Estimates { get; }

    public IReadOnlyList<AttributeData> VerifyWith { get; }

    public IReadOnlyList<ClaimDeclaration> Claims { get; }

    public IReadOnlyList<ClaimDeclaration> Disclaimers { get; }

    /// <summary>Gets the ids of the quantities, those that can be read.</summary>
    public IEnumerable<string> Quantities
    {
        get
        {
            foreach (var attribute in Estimates)
            {
                if (attribute.TryText(0, out var id) && id is not null) yield return id;
            }
        }
    }

    /// <summary>Gives the options, none for an estimator without; null where the type cannot be read.</summary>
    public IReadOnlyList<OptionDeclaration>? Options() => Class.Attribute.Sets("Options") switch
    {
        null => [],
        { Kind: TypedConstantKind.Type, IsNull: true } => [],
        { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: TypeKind.Class } type } when symbols.Option is not null => [.. OptionDeclaration.Of(type, symbols.Option)],
        _ => null,
    };

    private IReadOnlyList<ClaimDeclaration> Read(INamedTypeSymbol? attributeType) =>
        [.. Class.Type.AllOf(attributeType).Where(attribute => attribute.EnumMember(0) is not null).Select(attribute => new ClaimDeclaration(attribute))];
}
