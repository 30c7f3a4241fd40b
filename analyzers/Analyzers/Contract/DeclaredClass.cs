using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>A class with its [Estimator] or [LabelSource].</summary>
internal sealed class DeclaredClass(INamedTypeSymbol type, AttributeData attribute, bool isEstimator)
{
    public INamedTypeSymbol Type { get; } = type;

    public AttributeData Attribute { get; } = attribute;

    public bool IsEstimator { get; } = isEstimator;

    public string Noun => IsEstimator ? "estimator" : "label source";

    public string NounWithArticle => IsEstimator ? "an estimator" : "a label source";

    /// <summary>Gets the place of the class's name.</summary>
    public Location Place => Type.Locations.FirstOrDefault() ?? Location.None;
}
