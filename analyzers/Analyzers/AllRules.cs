using System.Collections.Immutable;
using System.Reflection;

namespace Infoscope.Analyzers;

/// <summary>Every rule, for hosts that run them themselves.</summary>
public static class AllRules
{
    /// <summary>Makes one instance of each rule, in order of their ids.</summary>
    public static ImmutableArray<Rule> Create() =>
    [
        .. from type in typeof(Rule).GetTypeInfo().Assembly.GetTypes()
           where !type.IsAbstract && typeof(Rule).IsAssignableFrom(type)
           let rule = (Rule)Activator.CreateInstance(type)
           orderby rule.Descriptor.Id
           select rule,
    ];
}
