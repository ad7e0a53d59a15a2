namespace CSharpChef.Testing;

/// <summary>A file of a fake node, at the time of the call. A link is followed.</summary>
/// <param name="Path">The path.</param>
/// <param name="Exists">Whether a file is there.</param>
public sealed record FakeFile(string Path, bool Exists)
{
    /// <summary>The content as text; empty when it does not exist.</summary>
    public string Content { get; init; } = "";

    /// <summary>Permission bits, four octal digits; empty when it does not exist.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The owner's name, or the number when no user has it; empty when it does not exist.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The group's name, or the number when no group has it; empty when it does not exist.</summary>
    public string Group { get; init; } = "";

    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}
