namespace CSharpChef.Recipes;

/// <summary>
/// One instruction to a node: the state it wants of one subject. A closed set, executed alike by the shell
/// program on a real node and by the fake node in tests.
/// </summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>What the step is about, such as <c>path:/etc/motd</c>.</summary>
    public abstract Subject Subject { get; }
}
