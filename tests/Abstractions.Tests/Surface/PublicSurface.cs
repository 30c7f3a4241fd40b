using System.Reflection;
using System.Runtime.CompilerServices;

namespace Infoscope.Tests.Surface;

/// <summary>Writes what an assembly lets others see: a line per type and per member, sorted.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines)];

    private static IEnumerable<string> Lines(Type type)
    {
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}")
            : Fields(type).Concat(Constructors(type)).Concat(Properties(type)).Concat(Methods(type));
        return members.Order(StringComparer.Ordinal).Select(member => $"{type.FullName}.{member}").Prepend($"{type.FullName}: {KindOf(type)}{BasesOf(type)}");
    }

    private static IEnumerable<string> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where IsSeen(field.Attributes & FieldAttributes.FieldAccessMask)
        select $"{field.Name}: {(field.IsStatic ? "static " : "")}field {SurfaceNames.Of(field)}";

    private static IEnumerable<string> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where !constructor.IsStatic && IsSeen(constructor)
        select $".ctor({SurfaceNames.Of(constructor.GetParameters())}){(constructor.IsFamily ? ": protected" : "")}";

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let getter = property.GetMethod is { } get && IsSeen(get) ? get : null
        let setter = property.SetMethod is { } set && IsSeen(set) ? set : null
        let accessor = getter ?? setter
        where accessor is not null
        let index = property.GetIndexParameters()
        let required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : ""
        select $"{property.Name}{(index.Length > 0 ? $"[{SurfaceNames.Of(index)}]" : "")} {{ {(getter is null ? "" : "get; ")}{SetterOf(setter)}}}: {ModifiersOf(accessor)}{required}{SurfaceNames.Of(property)}";

    private static IEnumerable<string> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        // What the compiler adds to a record is part of its being one.
        where !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.Name.StartsWith('<')
        select $"{method.Name}{SurfaceNames.OfTypeParameters(method)}({SurfaceNames.Of(method.GetParameters())}): {ModifiersOf(method)}{SurfaceNames.Of(method.ReturnParameter)}";

    private static string SetterOf(MethodInfo? setter) => setter switch
    {
        null => "",
        _ when setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) => "init; ",
        _ => "set; ",
    };

    private static string ModifiersOf(MethodInfo method) => string.Concat(
        method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "",
        method.IsStatic ? "static " : "",
        method.DeclaringType!.IsInterface ? (method.IsAbstract ? "" : "default ")
            : method.IsAbstract ? "abstract "
            : method.IsVirtual && !method.IsFinal ? (method.GetBaseDefinition() == method ? "virtual " : "override ")
            : "");

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => $"enum {SurfaceNames.Of(Enum.GetUnderlyingType(type))}",
        { IsInterface: true } => "interface",
        { IsValueType: true } => $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(type.GetMethod("<Clone>$") is null ? "class" : "record")}",
    };

    private static string BasesOf(Type type)
    {
        if (type.IsEnum) return "";
        var bases = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Select(SurfaceNames.Of).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)) bases.Insert(0, SurfaceNames.Of(parent));
        return bases.Count == 0 ? "" : $", {string.Join(", ", bases)}";
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
