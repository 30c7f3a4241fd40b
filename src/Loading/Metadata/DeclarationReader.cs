using System.Reflection.Metadata;

namespace Infoscope.Loading;

/// <summary>Reads the estimators and label sources that an assembly declares.</summary>
internal sealed class DeclarationReader(MetadataReader reader, PluginIdentity plugin)
{
    private readonly List<PluginRefusal> refusals = [];

    /// <summary>Gets the classes that were refused so far.</summary>
    public IReadOnlyList<PluginRefusal> Refusals => refusals;

    /// <summary>Reads every estimator that obeys the rules.</summary>
    public IReadOnlyList<EstimatorDescription> ReadEstimators() => Read(typeof(EstimatorAttribute), typeof(IEstimator), "estimator", ReadEstimator);

    /// <summary>Reads every label source that obeys the rules.</summary>
    public IReadOnlyList<LabelSourceDescription> ReadLabelSources() => Read(typeof(LabelSourceAttribute), typeof(ILabelSource), "label source", ReadLabelSource);

    private List<T> Read<T>(Type attributeType, Type contract, string noun, Func<TypeDefinition, DecodedAttribute, string, (T Description, string? Problem)> read)
    {
        var found = new List<(string Id, T Description)>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (AttributeReader.ContractAttributes(reader, type.GetCustomAttributes(), attributeType).Cast<DecodedAttribute?>().FirstOrDefault() is not { } attribute) continue;
            var typeName = MetadataNames.Of(reader, handle);
            var id = attribute.Fixed<string>(0);
            if (ClassRules.Problem(reader, handle, contract) is { } problem)
            {
                var article = noun.StartsWith('e') ? "an" : "a";
                Refuse($"the class {typeName} in {plugin.Path} {problem}; {article} {noun} is a public sealed class with a public constructor without arguments that implements {contract.Name}.");
            }
            else if (!ClassRules.IsId(id))
            {
                Refuse($"the {noun} {typeName} in {plugin.Path} has the id '{id}'; an id has at least two characters and is of lower-case letters and digits in words joined by hyphens, such as soft-entropy.");
            }
            else if (read(type, attribute, typeName) is var (description, wrong) && wrong is not null)
            {
                Refuse($"the {noun} '{id}' in {plugin.Path} {wrong}.");
            }
            else
            {
                found.Add((id!, description));
            }
        }

        return [.. found.OrderBy(item => item.Id, StringComparer.Ordinal).Select(item => item.Description)];
    }

    private (EstimatorDescription Description, string? Problem) ReadEstimator(TypeDefinition type, DecodedAttribute attribute, string typeName)
    {
        var description = new EstimatorDescription
        {
            Id = attribute.Fixed<string>(0)!,
            Summary = attribute.Named<string>(nameof(EstimatorAttribute.Summary)) ?? "",
            Citation = attribute.Named<string>(nameof(EstimatorAttribute.Citation)) ?? "",
            TypeName = typeName,
            OptionsTypeName = attribute.Named<string>(nameof(EstimatorAttribute.Options)),
            Quantities = [.. Attributes<EstimatesAttribute>(type).Select(estimates => estimates.Fixed<string>(0) ?? "")],
            Claims = [.. Attributes<ClaimsAttribute>(type).Select(claim => new ClaimsAttribute((Law)claim.Fixed<int>(0), (Exactness)claim.Fixed<int>(1))
            {
                Quantity = claim.Named<string>(nameof(ClaimsAttribute.Quantity)),
                When = claim.Named<string>(nameof(ClaimsAttribute.When)),
            })],
            Disclaimers = [.. Attributes<DoesNotClaimAttribute>(type).Select(claim => new DoesNotClaimAttribute((Law)claim.Fixed<int>(0))
            {
                Because = claim.Named<string>(nameof(DoesNotClaimAttribute.Because)) ?? "",
                Quantity = claim.Named<string>(nameof(DoesNotClaimAttribute.Quantity)),
            })],
            VerifiedWith = [.. Attributes<VerifyWithAttribute>(type).Select(options => options.Fixed<string>(0) ?? "")],
            Plugin = plugin,
        };
        return (description, ProblemOf(description));
    }

    private (LabelSourceDescription Description, string? Problem) ReadLabelSource(TypeDefinition type, DecodedAttribute attribute, string typeName)
    {
        var arguments = Attributes<LabelArgumentAttribute>(type)
            .Select(argument => new LabelArgumentAttribute(argument.Fixed<int>(0), argument.Fixed<string>(1) ?? "", (LabelArgumentKind)argument.Fixed<int>(2))
            {
                Optional = argument.Named<bool>(nameof(LabelArgumentAttribute.Optional)),
                Summary = argument.Named<string>(nameof(LabelArgumentAttribute.Summary)) ?? "",
            })
            .OrderBy(argument => argument.Position)
            .ToList();
        var description = new LabelSourceDescription
        {
            Id = attribute.Fixed<string>(0)!,
            Summary = attribute.Named<string>(nameof(LabelSourceAttribute.Summary)) ?? "",
            TypeName = typeName,
            Arguments = arguments,
            Plugin = plugin,
        };
        if (Repeated(arguments.Select(argument => argument.Name)) is { } name) return (description, $"has two arguments named '{name}'; each needs a name of its own");
        if (arguments.Where((argument, place) => argument.Position != place).FirstOrDefault() is { } misplaced)
            return (description, $"has the argument '{misplaced.Name}' at position {misplaced.Position}; positions are 0, 1, 2 and so on, each once");
        return (description, Undefined(arguments.Select(argument => argument.Kind), "kind of argument"));
    }

    private static string? ProblemOf(EstimatorDescription description)
    {
        if (description.Quantities.Count == 0) return "names no quantity; add [Estimates(\"...\")] for each quantity that it gives";
        if (description.Quantities.FirstOrDefault(quantity => !ClassRules.IsId(quantity)) is { } odd)
            return $"gives a quantity with the id '{odd}'; an id is of lower-case letters and digits in words joined by hyphens";
        if (Repeated(description.Quantities) is { } twice) return $"names the quantity '{twice}' twice; once is enough";
        var laws = description.Claims.Select(claim => claim.Law).Concat(description.Disclaimers.Select(disclaimer => disclaimer.Law));
        return Undefined(laws, "law") ?? Undefined(description.Claims.Select(claim => claim.Exactness), "exactness");
    }

    private static string? Undefined<T>(IEnumerable<T> values, string noun)
        where T : struct, Enum =>
        values.Where(value => !Enum.IsDefined(value)).Select(value => $"names {noun} number {value:D}, which contract {ContractVersion.Host} does not have").FirstOrDefault();

    private static string? Repeated(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;

    private IEnumerable<DecodedAttribute> Attributes<T>(TypeDefinition type) => AttributeReader.ContractAttributes(reader, type.GetCustomAttributes(), typeof(T));

    private void Refuse(string sentence) => refusals.Add(new PluginRefusal { Failure = PluginFailure.InvalidDeclaration, Path = plugin.Path, Sentence = sentence });
}
