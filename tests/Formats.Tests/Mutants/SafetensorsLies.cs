using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats.Tests;

/// <summary>Headers of .safetensors files that say what is not so.</summary>
internal static class SafetensorsLies
{
    private static readonly string[] Keys = ["\"a\"", "\"layer1\"", "\"\"", "\"__metadata__\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"a\\nb\"", "\"\\u001b[2J\"", "a", "1", "null", $"\"{new string('k', 70_000)}\""];

    private static readonly string[] Types = ["\"F32\"", "\"F16\"", "\"BF16\"", "\"F64\"", "\"I64\"", "\"U64\"", "\"BOOL\"", "\"F8_E5M2\"", "\"f32\"", "\"\"", "null", "32", "[]", "{}", "\"\\ud800\"", $"\"{new string('F', 5000)}\""];

    private static readonly string[] Numbers = ["0", "1", "2", "4", "8", "16", "-1", "1.0", "1.5", "1e2", "\"4\"", "null", "[4]", "true", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "01", "99999999999999999999999"];

    private static readonly string[] Wholes =
    [
        "", " ", "{", "}", "[]", "null", "1", "\"x\"", "{}{}", "{} x", "{\"a\"}", "{\"a\":1}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":{\"dtype\":\"F32\"}}", "{\"__metadata__\":[]}", "{\"__metadata__\":{\"a\":1}}",
        "{\"__metadata__\":{\"a\":{\"b\":\"c\"}}}", "{\"__metadata__\":{\"a\":\"b\",\"a\":\"c\"}}", "{/**/}", "{\"a\":NaN}", "\uFEFF{}", "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 3000)), new string('[', 20_000), "{\"a\":\"" + new string('\\', 2001),
        "{" + new string(' ', 50_000), "{\0}", "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16],\"more\":1}}", "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"shape\":[4],\"data_offsets\":[0,16]}}",
    ];

    public static byte[] Tell(RandomStream random)
    {
        var header = random.NextBelow(4) == 0 ? random.Of(Wholes) : $"{{{string.Join(",", Enumerable.Range(0, 1 + (int)random.NextBelow(3)).Select(_ => Tensor(random)))}}}";
        var bytes = SafetensorsBytes.Of(Encoding.UTF8.GetBytes(header), new byte[random.Of([0, 1, 8, 16, 32])]);
        if (random.NextBelow(6) == 0) BinaryPrimitives.WriteUInt64LittleEndian(bytes, random.Of(ByteDamage.Numbers));
        return bytes;
    }

    // Each part is true three times out of four, so that a lie is not hidden behind another.
    private static string Tensor(RandomStream random)
    {
        bool Lies() => random.NextBelow(4) == 0;
        string List(string truth, int most) => Lies() ? $"[{string.Join(",", Enumerable.Range(0, (int)random.NextBelow(most)).Select(_ => random.Of(Numbers)))}]" : truth;
        return $"{(Lies() ? random.Of(Keys) : $"\"t{random.NextBelow(9)}\"")}:{{\"dtype\":{(Lies() ? random.Of(Types) : "\"F32\"")},\"shape\":{List("[2,2]", 70)},\"data_offsets\":{List(random.Of(["[0,16]", "[16,32]"]), 4)}}}";
    }
}
