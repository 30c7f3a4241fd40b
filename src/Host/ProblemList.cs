namespace Infoscope.Host;

/// <summary>Gathers what the user can mend, so that all of it is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<string> problems = [];

    /// <summary>Gets the sentences so far, each once.</summary>
    public IReadOnlyList<string> Sentences => [.. problems.Distinct()];

    /// <summary>Adds a sentence.</summary>
    public void Add(string problem) => problems.Add(problem);

    /// <summary>Adds sentences.</summary>
    public void AddRange(IEnumerable<string> more) => problems.AddRange(more);

    /// <summary>Gives what work makes; null when it fails by something the user can mend, which is added.</summary>
    public T? Attempt<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (UserError.ProblemsOf(failure) is { } sentences)
        {
            problems.AddRange(sentences);
            return null;
        }
    }

    /// <summary>Gives one of the allowed words; another is a problem.</summary>
    public string OneOf(string name, string value, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(value)) Add($"{name} is '{value}'; {Suggest.Sentence(value, allowed)}");
        return value;
    }

    /// <summary>Gives a number; one outside its range is a problem.</summary>
    public int Between(string name, int value, int least, int most)
    {
        if (value < least || value > most) Add($"{name} is {value}; allowed is {least} to {most}.");
        return value;
    }

    /// <summary>Ends the run if there is any problem.</summary>
    /// <exception cref="UserError">There is.</exception>
    public void ThrowIfAny()
    {
        if (problems.Count > 0) throw new UserError(Sentences);
    }
}
