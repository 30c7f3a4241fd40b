using System.Text;

namespace Infoscope.Engine.States;

/// <summary>The layout of a file of saved states: magic, states one after the other, manifest, its length, and the SHA-256 of all that.</summary>
internal static class StateFormat
{
    public const int HashBytes = 32;

    /// <summary>The bytes behind the manifest.</summary>
    public const int TailBytes = sizeof(long) + HashBytes;

    public static ReadOnlySpan<byte> Magic => "infoscope state 1\n"u8;

    /// <summary>Makes the exception for a file that cannot be used.</summary>
    public static InvalidDataException Refusal(string path, string reason) => new($"the state {path} {reason}");

    public static string Hex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
