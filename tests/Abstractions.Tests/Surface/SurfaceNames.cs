using System.Reflection;

namespace Infoscope.Tests.Surface;

/// <summary>Writes types as C# does, with nullability, and those of the contract without its namespace.</summary>
internal static class SurfaceNames
{
    private const string Contract = "Infoscope.";

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
    };

    internal static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Of(value)}?";
        var name = type.FullName is { } full && full.StartsWith(Contract, StringComparison.Ordinal) ? full[Contract.Length..] : type.Name;
        return type.IsGenericType ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    internal static string Of(FieldInfo field) => Of(Nullability.Create(field));

    internal static string Of(PropertyInfo property) => Of(Nullability.Create(property));

    internal static string Of(ParameterInfo parameter) =>
        (parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "") + Of(Nullability.Create(parameter));

    internal static string Of(ParameterInfo[] parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? " = ..." : "")}"));

    internal static string OfTypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (type.IsValueType && info.GenericTypeArguments.Length == 0) return Of(type);
        var nullable = info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable;
        var mark = nullable && !type.IsValueType ? "?" : "";
        if (info.ElementType is { } element) return $"{Of(element)}[]{mark}";
        if (Nullable.GetUnderlyingType(type) is not null || info.GenericTypeArguments.Length == 0) return Of(type) + mark;
        var name = Of(type.GetGenericTypeDefinition());
        return $"{name[..name.IndexOf('<', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}";
    }
}
