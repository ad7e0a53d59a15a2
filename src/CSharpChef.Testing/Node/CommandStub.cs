namespace CSharpChef.Testing;

/// <summary>The answer of one command, being said: made by <see cref="FakeNode.OnCommand"/>.</summary>
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
    private readonly Action<Answers> keep;
    private readonly List<CommandAnswer> once = [];
    private Action? effect;

    internal CommandStub(FakeNode node, Action<Answers> keep) => (this.node, this.keep) = (node, keep);

    /// <summary>What the command changes on the node, whenever it runs. Default nothing.</summary>
    public CommandStub Does(Action<FakeNode> effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        this.effect = () => effect(node);
        return this;
    }

    /// <summary>The first time (or the next, said again) it ends with this exit code, having written this.</summary>
    public CommandStub ReturnsOnce(int exitCode, string output = "")
    {
        once.Add(new CommandAnswer(exitCode, output) { Effect = effect });
        return this;
    }

    /// <summary>
    /// It ends with this exit code, having written this, every time. Said last; replaces an earlier answer.
    /// </summary>
    public FakeNode Returns(int exitCode, string output = "")
    {
        keep(new Answers(new CommandAnswer(exitCode, output) { Effect = effect }, once));
        return node;
    }
}
