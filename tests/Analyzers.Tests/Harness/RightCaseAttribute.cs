namespace Infoscope.Analyzers.Tests;

/// <summary>A test of code about which the rule says nothing; a test of conventions counts them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RightCaseAttribute : FactAttribute;
