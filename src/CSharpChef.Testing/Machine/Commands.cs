namespace CSharpChef.Testing;

/// <summary>
/// What commands answer. A test's own answer comes first, then what <see cref="ShellTest"/> understands, then the
/// answer for any command.
/// </summary>
internal sealed class Commands(FileSystem files)
{
    private readonly Dictionary<string, Answers> stubs = new(StringComparer.Ordinal);

    public Answers? Any { get; set; }

    /// <summary>The commands that ran as steps, in order.</summary>
    public List<string> Ran { get; } = [];

    public void Answer(string command, Answers answers) => stubs[command] = answers;

    /// <param name="what">What asks: "guard", "command", …</param>
    /// <param name="shell">The text as <c>sh</c> reads it; null when another program reads it.</param>
    /// <param name="names">The texts a test may have used for it; the first one is told when it used none.</param>
    /// <exception cref="ChefTestException">Nothing knows an answer.</exception>
    public CommandAnswer Run(string what, string? shell, params string[] names)
    {
        var stub = names.Select(name => stubs.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
        var answer = stub?.Next() ?? Understood(shell) ?? Any?.Next() ?? throw Unknown(what, names[0]);
        answer.Effect?.Invoke();
        return answer;
    }

    private CommandAnswer? Understood(string? shell) =>
        shell is not null && ShellTest.Ask(shell, files) is { } yes ? new CommandAnswer(yes ? 0 : 1, "") : null;

    private static ChefTestException Unknown(string what, string command) => new(
        $"the {what} `{command}` has no answer on this fake node: say how it ends, before the run:\n"
        + $"    node.OnCommand({Literal(command)}).Returns(0);");

    private static string Literal(string command) => command.Contains('\n', StringComparison.Ordinal)
        ? $"\"\"\"\n{command}\n\"\"\""
        : $"\"{command.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
