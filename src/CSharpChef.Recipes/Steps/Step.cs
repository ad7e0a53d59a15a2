namespace CSharpChef.Recipes.Steps;

/// <summary>
/// One instruction to a node: the state that one subject must have. The set of kinds is closed; the shell program of a
/// real node and the fake node of tests both execute every kind.
/// </summary>
public abstract record Step
{
    private protected Step()
    {
    }

    /// <summary>The subject of the step, such as <c>path:/etc/motd</c>.</summary>
    public abstract Subject Subject { get; }

    /// <summary>Every text of the step. When a text contains a secret, the whole action is sensitive.</summary>
    internal abstract IEnumerable<string?> Texts { get; }

    /// <summary>Checks everything that can be checked without a node.</summary>
    /// <exception cref="RecipeException">The step is invalid on every node.</exception>
    internal abstract void Validate();

    /// <summary>
    /// The step of a sensitive resource as it may be shown: its content is masked, its subject is not.
    /// </summary>
    internal abstract Step Redacted();

    /// <summary>True when no node can satisfy both this step and another step of the same subject.</summary>
    internal abstract bool Contradicts(Step other);

    /// <summary>True when both values are set, and not equal.</summary>
    private protected static bool Differ<T>(T? one, T? other) =>
        one is not null && other is not null && !one.Equals(other);
}
