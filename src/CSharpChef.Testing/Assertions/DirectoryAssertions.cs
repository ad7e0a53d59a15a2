namespace CSharpChef.Testing;

/// <summary>What a test can expect of a directory. Each word returns what it was said of, so that they chain.</summary>
/// <example><code>node.Directory("/srv/app").ShouldBeOwnedBy("app");</code></example>
public static class DirectoryAssertions
{
    /// <summary>A directory is there.</summary>
    public static FakeDirectory ShouldExist(this FakeDirectory directory) =>
        directory.Exists
            ? directory
            : throw new ChefTestException($"{directory.Path} should be a directory, and there is none");

    /// <summary>No directory is there.</summary>
    public static FakeDirectory ShouldNotExist(this FakeDirectory directory) =>
        !directory.Exists
            ? directory
            : throw new ChefTestException($"{directory.Path} should not be there, and it is");

    /// <summary>The permission bits are these, four octal digits.</summary>
    public static FakeDirectory ShouldHaveMode(this FakeDirectory directory, string mode) =>
        directory.ShouldExist().Mode == mode
            ? directory
            : throw new ChefTestException($"{directory.Path} should have mode {mode}, and has {directory.Mode}");

    /// <summary>It belongs to this user, and to this group unless that is null.</summary>
    public static FakeDirectory ShouldBeOwnedBy(this FakeDirectory directory, string owner, string? group = null) =>
        directory.ShouldExist().Owner == owner && (group ?? directory.Group) == directory.Group
            ? directory
            : throw new ChefTestException(
                $"{directory.Path} should belong to {owner}:{group ?? "any"}, and belongs to {directory.Owner}:{directory.Group}");
}
