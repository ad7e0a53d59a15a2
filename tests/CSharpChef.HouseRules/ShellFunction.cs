namespace CSharpChef.HouseRules;

/// <summary>A shell function: the comment above it, and what its body declares, assigns and calls.</summary>
internal sealed class ShellFunction(string name, IReadOnlyList<string> comment)
{
    private const string SetsMark = "# Sets: ";

    public string Name => name;

    /// <summary>The variables that the function hands back, as its comment says.</summary>
    public IReadOnlyList<string> Sets { get; } =
        [.. comment.Where(line => line.StartsWith(SetsMark, StringComparison.Ordinal))
            .SelectMany(line => line[SetsMark.Length..].Split(' '))];

    /// <summary>The words behind <c>local</c>, such as <c>name="$1"</c>.</summary>
    public List<string> LocalWords { get; } = [];

    public IEnumerable<string> Locals => LocalWords.Select(word => word.Split('=')[0]);

    public HashSet<string> Assigned { get; } = [];

    /// <summary>The variables that are set in front of a command or function, by the name of the command.</summary>
    public List<(string Variable, string Command)> Given { get; } = [];

    /// <summary>The commands that run in the shell of the function, not in a subshell.</summary>
    public HashSet<string> Calls { get; } = [];

    /// <summary>Whether the function has a comment that describes it.</summary>
    public bool IsDescribed => comment.Any(line => line.StartsWith($"# {name}", StringComparison.Ordinal));
}
