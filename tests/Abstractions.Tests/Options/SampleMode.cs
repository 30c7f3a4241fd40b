namespace Infoscope.Tests.Options;

public enum SampleMode
{
    Exact,
    LeadingOrder,
}
