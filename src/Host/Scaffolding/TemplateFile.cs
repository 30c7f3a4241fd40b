namespace Infoscope.Host.Scaffolding;

/// <summary>A file of a template.</summary>
/// <param name="Path">Its path from the root of what the template makes, with slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record TemplateFile(string Path, string Text);
