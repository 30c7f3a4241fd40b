namespace Infoscope;

/// <summary>Names options under which the battery verifies the estimator as well, beside its defaults and those that its claims name.</summary>
/// <remarks>Since contract 1.3.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class VerifyWithAttribute : Attribute
{
    /// <summary>Names options as <c>option=value</c>, several joined by commas, such as <c>anchors=2,draws=3</c>.</summary>
    public VerifyWithAttribute(string options) => Options = options;

    /// <summary>Gets the options.</summary>
    public string Options { get; }
}
