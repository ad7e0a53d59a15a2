namespace CSharpChef.Testing;

/// <summary>Assertions about a file. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.File("/etc/motd").ShouldContain("Welcome").ShouldHaveMode("0644");</code></example>
public static class FileAssertions
{
    /// <summary>Asserts that the file exists.</summary>
    public static FakeFile ShouldExist(this FakeFile file) =>
        file.Exists
            ? file
            : throw new ChefTestException($"{file.Path} should be a file, but does not exist", file.RunFailure);

    /// <summary>Asserts that the file does not exist.</summary>
    public static FakeFile ShouldNotExist(this FakeFile file) =>
        !file.Exists
            ? file
            : throw new ChefTestException($"{file.Path} should not exist, but does", file.RunFailure);

    /// <summary>Asserts that the content contains a text.</summary>
    public static FakeFile ShouldContain(this FakeFile file, string text) =>
        file.ShouldExist().Content.Contains(text, StringComparison.Ordinal)
            ? file
            : throw new ChefTestException($"{file.Path} should contain\n    {text}\nbut is\n{file.Content}", file.RunFailure);

    /// <summary>Asserts that the content does not contain a text.</summary>
    public static FakeFile ShouldNotContain(this FakeFile file, string text) =>
        !file.ShouldExist().Content.Contains(text, StringComparison.Ordinal)
            ? file
            : throw new ChefTestException($"{file.Path} should not contain\n    {text}\nbut is\n{file.Content}", file.RunFailure);

    /// <summary>Asserts the whole content.</summary>
    public static FakeFile ShouldBe(this FakeFile file, string content) =>
        file.ShouldExist().Content == content
            ? file
            : throw new ChefTestException($"{file.Path} should be\n{content}\nbut is\n{file.Content}", file.RunFailure);

    /// <summary>Asserts the permission bits, four octal digits.</summary>
    public static FakeFile ShouldHaveMode(this FakeFile file, string mode) =>
        file.ShouldExist().Mode == mode
            ? file
            : throw new ChefTestException($"{file.Path} should have mode {mode}, but has {file.Mode}", file.RunFailure);

    /// <summary>Asserts the owner, and the group unless it is null.</summary>
    public static FakeFile ShouldBeOwnedBy(this FakeFile file, string owner, string? group = null) =>
        file.ShouldExist().Owner == owner && (group ?? file.Group) == file.Group
            ? file
            : throw new ChefTestException(
                $"{file.Path} should belong to {owner}:{group ?? "any"}, but belongs to {file.Owner}:{file.Group}", file.RunFailure);
}
