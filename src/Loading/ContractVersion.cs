using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Infoscope.Loading;

/// <summary>A version of the contract, as it is stamped on every plugin: a minor adds, a major breaks.</summary>
public readonly record struct ContractVersion
{
    internal const string StampKey = "InfoscopeContract";

    /// <summary>Makes a version of its two numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ContractVersion(int major, int minor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(major);
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        Major = major;
        Minor = minor;
    }

    /// <summary>Gets the version of the contract that this process runs with.</summary>
    public static ContractVersion Host { get; } = ReadHost();

    /// <summary>Gets the number that a breaking change raises.</summary>
    public int Major { get; }

    /// <summary>Gets the number that an addition raises.</summary>
    public int Minor { get; }

    /// <summary>Reads <c>MAJOR.MINOR</c>: two whole numbers without signs or spaces.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ContractVersion version)
    {
        version = default;
        if (text?.Split('.') is not [var majorText, var minorText]) return false;
        if (!int.TryParse(majorText, NumberStyles.None, CultureInfo.InvariantCulture, out var major)) return false;
        if (!int.TryParse(minorText, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)) return false;
        version = new(major, minor);
        return true;
    }

    /// <summary>Writes <c>MAJOR.MINOR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static ContractVersion ReadHost()
    {
        var stamp = typeof(IEstimator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == StampKey)?.Value;
        return TryParse(stamp, out var version) ? version : throw new InvalidOperationException($"Infoscope.Abstractions carries the contract stamp '{stamp}'; it has to be MAJOR.MINOR.");
    }
}
