using System.Globalization;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Contract;

/// <summary>The host makes the options record without arguments and sets its properties by reflection; one that it cannot set fails when a user tries.</summary>
/// <remarks>An error where the host would throw; a warning where an option is passed over or has a default that it would refuse.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnOptionCanBeSet : Rule
{
    internal const string Id = "ISC2011";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "An option can be set",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AnOptionCanBeSet()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (new EstimatorSymbols(contract).Option is not { } optionAttribute) return;
        var array = contract.Type("Infoscope.NumericArray");
        var classes = new DeclaredClasses(contract);
        start.RegisterSymbolAction(context => CheckProperty(context, optionAttribute, array), SymbolKind.Property);
        start.RegisterSymbolAction(context => CheckType(context, optionAttribute, classes), SymbolKind.NamedType);
        start.RegisterOperationAction(context => CheckInitializer(context, optionAttribute), OperationKind.PropertyInitializer);
    }

    private static void CheckProperty(SymbolAnalysisContext context, INamedTypeSymbol optionAttribute, INamedTypeSymbol? array)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property.FirstOf(optionAttribute) is not { } attribute) return;
        var option = new OptionDeclaration(property, attribute);
        var place = property.Locations.FirstOrDefault();
        if (property.IsStatic || property.DeclaredAccessibility != Accessibility.Public)
        {
            Report(context.ReportDiagnostic, place, DiagnosticSeverity.Warning, $"'{property.Name}' is {(property.IsStatic ? "static" : "not public")}, so the host does not see the option; options are public properties of an instance");
            return;
        }

        if (property.GetMethod is null || property.IsIndexer) Error("cannot be read; give it a get accessor and no parameters");
        else if (property.SetMethod is null && property.OverriddenProperty is null) Error("cannot be set; give it an init or set accessor");
        if (option.Type.TypeKind != TypeKind.Error && !IsAllowed(option, array)) Error($"has the type {property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, which an option cannot have; allowed are int, long, double, bool, string, an enum, NumericArray, or a nullable one of these");
        if (OptionDeclaration.Of(property.ContainingType, optionAttribute).FirstOrDefault(other => other.Name == option.Name && other.Property.Name != property.Name) is { } twin)
            Error($"has the name '{option.Name}', and so has '{twin.Property.Name}'; rename one");
        if (option.IsNumber && !(option.Minimum <= option.Maximum)) Error("allows no number: its Minimum is not below its Maximum");
        else if (option.IsNumber && !option.IsNullable && !option.IsWithin(0) && IsLeftAtZero(property, context.CancellationToken)) ReportDefault(context.ReportDiagnostic, place, option, 0);

        void Error(string problem) => Report(context.ReportDiagnostic, place, DiagnosticSeverity.Error, $"The option '{property.Name}' {problem}");
    }

    private static void CheckInitializer(OperationAnalysisContext context, INamedTypeSymbol optionAttribute)
    {
        var initializer = (IPropertyInitializerOperation)context.Operation;
        foreach (var property in initializer.InitializedProperties)
        {
            if (property.FirstOf(optionAttribute) is not { } attribute) continue;
            var option = new OptionDeclaration(property, attribute);
            var value = initializer.Value;
            while (value is IConversionOperation { ConstantValue.HasValue: false } conversion) value = conversion.Operand;
            if (!option.IsNumber || value.ConstantValue is not { HasValue: true, Value: int or long or double or float } constant) continue;
            var number = Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);
            if (option.Minimum <= option.Maximum && !option.IsWithin(number)) ReportDefault(context.ReportDiagnostic, initializer.Value.Syntax.GetLocation(), option, number);
        }
    }

    private static void CheckType(SymbolAnalysisContext context, INamedTypeSymbol optionAttribute, DeclaredClasses classes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var declared in classes.Of(type).Where(declared => declared.IsEstimator)) CheckOptionsType(context, declared);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !type.GetMembers().Any(member => member is IPropertySymbol && member.FirstOf(optionAttribute) is not null)) return;
        var estimators = classes.All.Where(declared => declared.IsEstimator).ToList();
        var named = estimators.Select(OptionsTypeOf).ToList();
        // What does not compile yet may name it.
        if (estimators.Count == 0 || named.Any(options => options is { TypeKind: TypeKind.Error } || (options is not null && SourceTypes.IsOrDerivesFrom(options, type)))) return;
        Report(context.ReportDiagnostic, type.Locations.FirstOrDefault(), DiagnosticSeverity.Warning, $"No [Estimator] names '{type.Name}' as its Options, so its options cannot be set; write Options = typeof({type.Name})");
    }

    private static void CheckOptionsType(SymbolAnalysisContext context, DeclaredClass estimator)
    {
        if (OptionsTypeOf(estimator) is not { } type || type.TypeKind == TypeKind.Error) return;
        var isMade = type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, IsUnboundGenericType: false }
            && type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public);
        if (!isMade)
            Report(context.ReportDiagnostic, estimator.Attribute.Place("Options", context.CancellationToken), DiagnosticSeverity.Error, $"The options '{type.Name}' cannot be made; they are a class or record that is not abstract and has a public constructor without arguments, with a default for every property");
    }

    private static INamedTypeSymbol? OptionsTypeOf(DeclaredClass estimator) => estimator.Attribute.Sets("Options") is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } ? type : null;

    private static bool IsAllowed(OptionDeclaration option, INamedTypeSymbol? array) =>
        option.IsNumber || option.Type.SpecialType is SpecialType.System_Boolean or SpecialType.System_String || option.Type.TypeKind == TypeKind.Enum || SymbolEqualityComparer.Default.Equals(option.Type, array);

    // Without an initializer a number is 0, unless a constructor sets it.
    private static bool IsLeftAtZero(IPropertySymbol property, CancellationToken cancellation) =>
        !property.IsRequired && property.ContainingType.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared)
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, AccessorList: { } accessors }
        && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static void ReportDefault(Action<Diagnostic> report, Location? place, OptionDeclaration option, double number) => Report(
        report, place, DiagnosticSeverity.Warning, string.Format(CultureInfo.InvariantCulture, "The option '{0}' is {1} by default, which a user could not set: it is outside {2} to {3}", option.Property.Name, number, option.Minimum, option.Maximum));

    private static void Report(Action<Diagnostic> report, Location? place, DiagnosticSeverity severity, string message) =>
        report(Diagnostic.Create(Reported, place ?? Location.None, severity, additionalLocations: null, properties: null, message));
}
