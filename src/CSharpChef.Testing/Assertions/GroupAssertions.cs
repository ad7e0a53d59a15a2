namespace CSharpChef.Testing;

/// <summary>What a test can expect of a group. Each word returns what it was said of, so that they chain.</summary>
/// <example><code>node.Group("docker").ShouldHaveMember("app");</code></example>
public static class GroupAssertions
{
    /// <summary>There is such a group.</summary>
    public static FakeGroup ShouldExist(this FakeGroup group) =>
        group.Exists
            ? group
            : throw new ChefTestException($"group {group.Name} should exist, and does not");

    /// <summary>There is no such group.</summary>
    public static FakeGroup ShouldNotExist(this FakeGroup group) =>
        !group.Exists
            ? group
            : throw new ChefTestException($"group {group.Name} should not exist, and does");

    /// <summary>The user is among its members.</summary>
    public static FakeGroup ShouldHaveMember(this FakeGroup group, string user) =>
        group.ShouldExist().Members.Contains(user)
            ? group
            : throw new ChefTestException(
                $"group {group.Name} should have member {user}, and has {string.Join(", ", group.Members)}");

    /// <summary>The user is not among its members.</summary>
    public static FakeGroup ShouldNotHaveMember(this FakeGroup group, string user) =>
        !group.ShouldExist().Members.Contains(user)
            ? group
            : throw new ChefTestException($"group {group.Name} should not have member {user}, and has");
}
