namespace CSharpChef.Testing;

/// <summary>A file of a fake node, as it was when it was asked for. A link is followed.</summary>
/// <param name="Path">The path asked for.</param>
/// <param name="Exists">Whether a file is there.</param>
public sealed record FakeFile(string Path, bool Exists)
{
    /// <summary>The content as text; empty when there is no file.</summary>
    public string Content { get; init; } = "";

    /// <summary>Permission bits, four octal digits; empty when there is no file.</summary>
    public string Mode { get; init; } = "";

    /// <summary>The owner's name, or the number where no user has it; empty when there is no file.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The group's name, or the number where no group has it; empty when there is no file.</summary>
    public string Group { get; init; } = "";
}
