namespace CSharpChef.Stacks.Operations;

/// <summary>The sources that only the operator of the server can allow.</summary>
internal sealed record SourceOptions
{
    /// <summary>Folders of the server below which administrators may name sources, with all links resolved.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Loopback and link-local hosts from which sources may come.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
