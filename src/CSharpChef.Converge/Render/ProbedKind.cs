using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render;

/// <summary>The subjects of one kind that a program probes, numbered from 0.</summary>
internal sealed class ProbedKind(string name)
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string[]> subjects = [];

    public string Name => name;

    /// <summary>The words by which the program asks for the subjects.</summary>
    public IEnumerable<string> Words => subjects.SelectMany(words => words);

    public IEnumerable<string> Comments => subjects.Select(
        (subject, number) => $"#   {name}{number}  {ShellQuote.Comment(string.Join(' ', subject))}\n");

    public string Add(string[] words)
    {
        var key = string.Join('\n', words);
        if (numbers.TryAdd(key, subjects.Count))
        {
            subjects.Add(words);
        }

        return $"{name}{numbers[key]}";
    }
}
