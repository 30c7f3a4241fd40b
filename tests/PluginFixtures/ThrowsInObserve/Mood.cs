namespace Infoscope.Fixtures.ThrowsInObserve;

public enum Mood
{
    Calm,
    Cross,
}
