namespace CSharpChef.Testing;

/// <summary>Assertions about a directory. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.Directory("/srv/app").ShouldBeOwnedBy("app");</code></example>
public static class DirectoryAssertions
{
    /// <summary>Asserts that the directory exists.</summary>
    public static FakeDirectory ShouldExist(this FakeDirectory directory) =>
        directory.Exists
            ? directory
            : throw new ChefTestException($"{directory.Path} should be a directory, but does not exist", directory.RunFailure);

    /// <summary>Asserts that the directory does not exist.</summary>
    public static FakeDirectory ShouldNotExist(this FakeDirectory directory) =>
        !directory.Exists
            ? directory
            : throw new ChefTestException($"{directory.Path} should not exist, but does", directory.RunFailure);

    /// <summary>Asserts the permission bits, four octal digits.</summary>
    public static FakeDirectory ShouldHaveMode(this FakeDirectory directory, string mode) =>
        directory.ShouldExist().Mode == mode
            ? directory
            : throw new ChefTestException($"{directory.Path} should have mode {mode}, but has {directory.Mode}", directory.RunFailure);

    /// <summary>Asserts the owner, and the group unless it is null.</summary>
    public static FakeDirectory ShouldBeOwnedBy(this FakeDirectory directory, string owner, string? group = null) =>
        directory.ShouldExist().Owner == owner && (group ?? directory.Group) == directory.Group
            ? directory
            : throw new ChefTestException(
                $"{directory.Path} should belong to {owner}:{group ?? "any"}, but belongs to {directory.Owner}:{directory.Group}", directory.RunFailure);
}
