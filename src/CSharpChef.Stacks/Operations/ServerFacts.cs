namespace CSharpChef.Stacks.Operations;

/// <summary>What operations know of the server they run in.</summary>
internal sealed record ServerFacts
{
    /// <summary>Twelve digits, as in ARNs.</summary>
    public required string Account { get; init; }

    public Limits Limits { get; init; } = new();

    /// <summary>Where clients reach it.</summary>
    public required string Url { get; init; }

    public string Version { get; init; } = typeof(ServerFacts).Assembly.GetName().Version!.ToString(3);
}
