namespace CSharpChef.Testing;

/// <summary>A group of a fake node, at the time of the call.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Exists">Whether there is such a group.</param>
public sealed record FakeGroup(string Name, bool Exists)
{
    /// <summary>Group number; -1 when there is no group.</summary>
    public int Gid { get; init; } = -1;

    /// <summary>The members. Users with this primary group are not necessarily among them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}
