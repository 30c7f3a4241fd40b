using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infoscope.Engine.States;

/// <summary>How manifests are written: every number so that it comes back with the same bits.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new AmountConverter(), new JsonStringEnumConverter() },
    };

    /// <summary>Writes an amount as its kind and its number.</summary>
    private sealed class AmountConverter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = JsonSerializer.Deserialize<Parts>(ref reader, options);
            return Amount.Of(parts.Kind, parts.Number);
        }

        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Parts(value.Kind, value.Number), options);

        private readonly record struct Parts(QuantityKind Kind, double Number);
    }
}
