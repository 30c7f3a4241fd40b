namespace Infoscope.Analyzers.Tests;

/// <summary>A test of code that the rule reports; a test of conventions counts them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WrongCaseAttribute : FactAttribute;
