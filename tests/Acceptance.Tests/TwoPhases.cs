namespace Infoscope.Acceptance.Tests;

/// <summary>The two phases of training: first the last layer aligns with the token, then it trades the token for its context.</summary>
internal static class TwoPhases
{
    /// <summary>Asserts that token information peaks at step 256 or 512 and falls from there, while bigram minus token information grows from there.</summary>
    public static void Assert(IReadOnlyList<(int Step, double Token, double Bigram)> course)
    {
        var peak = course.MaxBy(point => point.Token).Step;
        Xunit.Assert.Contains(peak, new[] { 256, 512 });
        var second = course.Where(point => point.Step >= peak).ToArray();
        foreach (var (earlier, later) in second.Zip(second.Skip(1)))
        {
            Xunit.Assert.True(later.Token < earlier.Token, $"token information does not fall from step {earlier.Step} to {later.Step}");
            Xunit.Assert.True(later.Bigram - later.Token > earlier.Bigram - earlier.Token, $"bigram minus token information does not grow from step {earlier.Step} to {later.Step}");
        }
    }
}
