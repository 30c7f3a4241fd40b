using Infoscope.Host.Verifying.Child;

namespace Infoscope.Host.Tests.Verifying;

public sealed class DeathSentenceTests
{
    [Theory]
    [InlineData(134, "Stack overflow.\n   at A.B()\n", "the process ended (stack overflow)")]
    [InlineData(134, "Unhandled exception. System.InvalidOperationException: not on my thread\n   at A.B()\n", "the process ended (unhandled exception System.InvalidOperationException: not on my thread)")]
    [InlineData(134, "Process terminated. enough\n", "the process ended (abort)")]
    [InlineData(139, "", "the process ended (access to memory that is not there)")]
    [InlineData(137, "", "the process ended (killed)")]
    [InlineData(0, "it said that it met a Stack overflow.\n", "the process ended (exit code 0)")]
    [InlineData(7, "", "the process ended (exit code 7)")]
    public void WhatIsKnownIsSaid(int code, string errors, string sentence) => Assert.Equal(sentence, DeathSentence.Of(code, errors));
}
