namespace CSharpChef.Testing;

/// <summary>
/// Answers commands: with the answer that a test set for the command, else by <see cref="ShellTest"/>, else with the
/// answer that a test set for any command.
/// </summary>
internal sealed class Commands(FileSystem files)
{
    private readonly Dictionary<string, CommandAnswers> stubs = new(StringComparer.Ordinal);

    public CommandAnswers? Any { get; set; }

    /// <summary>The commands that ran as steps, in order.</summary>
    public List<string> Ran { get; } = [];

    public void Answer(string command, CommandAnswers answers) => stubs[command] = answers;

    /// <param name="noun">The word for the command in an error: "guard", "command", …</param>
    /// <param name="shell">The command for <c>sh</c>; null for another interpreter.</param>
    /// <param name="names">The texts by which a test may have set an answer; the error shows the first one.</param>
    /// <exception cref="ChefTestException">The command has no answer.</exception>
    public CommandAnswer Run(string noun, string? shell, params string[] names)
    {
        var stub = names.Select(name => stubs.GetValueOrDefault(name)).FirstOrDefault(found => found is not null);
        var answer = stub?.Next() ?? Evaluated(shell) ?? Any?.Next() ?? throw UnknownCommand(noun, names[0]);
        answer.Effect?.Invoke();
        return answer;
    }

    private CommandAnswer? Evaluated(string? shell) =>
        shell is not null && ShellTest.Ask(shell, files) is { } holds ? new CommandAnswer(holds ? 0 : 1, "") : null;

    private static ChefTestException UnknownCommand(string noun, string command) => new(
        $"the {noun} `{command}` has no answer on this fake node: set one before the run:\n"
        + $"    node.OnCommand({CSharpLiteral.Of(command)}).Returns(0);");
}
