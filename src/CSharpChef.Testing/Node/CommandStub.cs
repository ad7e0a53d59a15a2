namespace CSharpChef.Testing;

/// <summary>Sets the answer of a command; made by <see cref="FakeNode.OnCommand"/>.</summary>
/// <example>
/// <code>
/// node.OnCommand("psql --version").Returns(0, "16.2\n");
/// node.OnCommand("fetch").ReturnsOnce(7).Returns(0);
/// node.OnCommand("make install").Does(n => n.HasFile("/usr/local/bin/app", "")).Returns(0);
/// </code>
/// </example>
public sealed class CommandStub
{
    private readonly FakeNode node;
    private readonly Action<CommandAnswers> keep;
    private readonly List<CommandAnswer> once = [];
    private Action? effect;

    internal CommandStub(FakeNode node, Action<CommandAnswers> keep) => (this.node, this.keep) = (node, keep);

    /// <summary>Sets a change that the command makes to the node each time it runs. Default: no change.</summary>
    public CommandStub Does(Action<FakeNode> effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        this.effect = () => effect(node);
        return this;
    }

    /// <summary>
    /// Sets the exit code and output of the first run of the command. Further calls set those of the next runs.
    /// </summary>
    public CommandStub ReturnsOnce(int exitCode, string output = "")
    {
        once.Add(new CommandAnswer(exitCode, output) { Effect = effect });
        return this;
    }

    /// <summary>
    /// Sets the exit code and output of every further run, and completes the answer. Replaces an earlier answer of the
    /// command.
    /// </summary>
    public FakeNode Returns(int exitCode, string output = "")
    {
        keep(new CommandAnswers(new CommandAnswer(exitCode, output) { Effect = effect }, once));
        return node;
    }
}
