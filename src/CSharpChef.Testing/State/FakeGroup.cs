namespace CSharpChef.Testing;

/// <summary>A group of a fake node, as it was when it was asked for.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Exists">Whether there is such a group.</param>
public sealed record FakeGroup(string Name, bool Exists)
{
    /// <summary>Group number; -1 when there is no group.</summary>
    public int Gid { get; init; } = -1;

    /// <summary>The members; a user whose primary group it is need not be among them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
