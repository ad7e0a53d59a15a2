namespace CSharpChef.Testing;

/// <summary>A directory of a fake node, as it was when it was asked for. A link is followed.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Exists">Whether a directory is there.</param>
public sealed record FakeDirectory(string Path, bool Exists)
{
    /// <summary>Permission bits, four octal digits; empty when there is no directory.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The owner's name, or the number where no user has it; empty when there is no directory.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The group's name, or the number where no group has it; empty when there is no directory.</summary>
    public string Group { get; init; } = "";
}
