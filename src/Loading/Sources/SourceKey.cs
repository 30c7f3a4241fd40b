using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Infoscope.Analyzers;

namespace Infoscope.Loading;

/// <summary>Names what comes of compiling a file: the same key is the same assembly and the same warnings. Does not load the compiler.</summary>
internal static class SourceKey
{
    /// <summary>Gives the SHA-256 over the file and everything that its compilation depends on, in hexadecimal digits.</summary>
    public static string Of(SourceFile source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // This assembly names the version of the compiler that it was built with, and so stands for both.
        string[] parts =
        [
            source.Path, Module(typeof(IEstimator).Assembly), Module(Rules()), Module(typeof(SourceKey).Assembly),
            RuntimeInformation.FrameworkDescription, Module(Assembly.GetEntryAssembly() ?? typeof(SourceKey).Assembly),
        ];
        foreach (var part in parts) Append(hash, Encoding.UTF8.GetBytes(part));
        Append(hash, source.Bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The lengths keep the parts apart.
    private static void Append(IncrementalHash hash, byte[] part)
    {
        hash.AppendData(BitConverter.GetBytes((long)part.Length));
        hash.AppendData(part);
    }

    private static string Module(Assembly assembly) => assembly.ManifestModule.ModuleVersionId.ToString();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Assembly Rules() => typeof(AllRules).Assembly;
}
