namespace CSharpChef.Recipes;

/// <summary>The command that a recipe runs in on a server.</summary>
/// <param name="Type">
/// The command: <c>setup</c>, <c>configure</c>, <c>deploy</c>, <c>undeploy</c>, <c>shutdown</c>,
/// <c>execute_recipes</c>, …
/// </param>
public sealed record CommandInfo(string Type)
{
    /// <summary>The id of the command.</summary>
    public string Id { get; init; } = "";

    /// <summary>The id of the deployment; null for a command that no deployment started.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The arguments, each a list of texts, such as <c>recipes</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Args { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The ARN of the user who started it, or a part of the server such as <c>system:instances</c>.</summary>
    public string StartedBy { get; init; } = "";

    /// <summary>When the command was created.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>The hostnames of the instances of its deployment; empty without one.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];
}
