namespace Infoscope.Conformance;

/// <summary>A sample under a configuration.</summary>
/// <param name="Configuration">The options.</param>
/// <param name="Sample">The rows, labels and seed.</param>
public sealed record TestCase(Configuration Configuration, Sample Sample)
{
    /// <summary>Writes the options and the sample.</summary>
    public override string ToString() => Configuration.Text.Length == 0 ? Sample.ToString() : $"{Configuration.Text}: {Sample}";
}
