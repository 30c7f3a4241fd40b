using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Marks a test whose arguments are generated; stands in for the attribute of the FsCheck.Xunit package, with its name and meaning.</summary>
/// <remarks>Runs are seeded, so a failure repeats; <see cref="Replay"/> takes the pair that a failure prints, or the variable INFOSCOPE_REPLAY does for all.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "Infoscope.Testing")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>Gets or sets the number of cases.</summary>
    public int MaxTest { get; set; } = 100;

    /// <summary>Gets or sets the seed pair to start from, such as <c>(17,18)</c>.</summary>
    public string Replay { get; set; } = "";

    /// <summary>Gets or sets the types whose static properties give the arbitraries.</summary>
    public Type[] Arbitrary { get; set; } = [];
}
