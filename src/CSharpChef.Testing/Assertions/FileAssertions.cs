namespace CSharpChef.Testing;

/// <summary>What a test can expect of a file. Each word returns what it was said of, so that they chain.</summary>
/// <example><code>node.File("/etc/motd").ShouldContain("Welcome").ShouldHaveMode("0644");</code></example>
public static class FileAssertions
{
    /// <summary>A file is there.</summary>
    public static FakeFile ShouldExist(this FakeFile file) =>
        file.Exists
            ? file
            : throw new ChefTestException($"{file.Path} should be a file, and there is none");

    /// <summary>No file is there.</summary>
    public static FakeFile ShouldNotExist(this FakeFile file) =>
        !file.Exists
            ? file
            : throw new ChefTestException($"{file.Path} should not be there, and it is");

    /// <summary>The content has this text somewhere.</summary>
    public static FakeFile ShouldContain(this FakeFile file, string text) =>
        file.ShouldExist().Content.Contains(text, StringComparison.Ordinal)
            ? file
            : throw new ChefTestException($"{file.Path} should contain\n    {text}\nand is\n{file.Content}");

    /// <summary>The content has this text nowhere.</summary>
    public static FakeFile ShouldNotContain(this FakeFile file, string text) =>
        !file.ShouldExist().Content.Contains(text, StringComparison.Ordinal)
            ? file
            : throw new ChefTestException($"{file.Path} should not contain\n    {text}\nand is\n{file.Content}");

    /// <summary>The content is exactly this.</summary>
    public static FakeFile ShouldBe(this FakeFile file, string content) =>
        file.ShouldExist().Content == content
            ? file
            : throw new ChefTestException($"{file.Path} should be\n{content}\nand is\n{file.Content}");

    /// <summary>The permission bits are these, four octal digits.</summary>
    public static FakeFile ShouldHaveMode(this FakeFile file, string mode) =>
        file.ShouldExist().Mode == mode
            ? file
            : throw new ChefTestException($"{file.Path} should have mode {mode}, and has {file.Mode}");

    /// <summary>It belongs to this user, and to this group unless that is null.</summary>
    public static FakeFile ShouldBeOwnedBy(this FakeFile file, string owner, string? group = null) =>
        file.ShouldExist().Owner == owner && (group ?? file.Group) == file.Group
            ? file
            : throw new ChefTestException(
                $"{file.Path} should belong to {owner}:{group ?? "any"}, and belongs to {file.Owner}:{file.Group}");
}
