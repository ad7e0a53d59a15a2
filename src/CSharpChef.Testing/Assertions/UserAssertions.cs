namespace CSharpChef.Testing;

/// <summary>
/// What a test can expect of a user account. Each word returns what it was said of, so that they chain.
/// </summary>
/// <example><code>node.User("app").ShouldBeInGroup("docker");</code></example>
public static class UserAssertions
{
    /// <summary>There is such an account.</summary>
    public static FakeUser ShouldExist(this FakeUser user) =>
        user.Exists
            ? user
            : throw new ChefTestException($"user {user.Name} should exist, and does not");

    /// <summary>There is no such account.</summary>
    public static FakeUser ShouldNotExist(this FakeUser user) =>
        !user.Exists
            ? user
            : throw new ChefTestException($"user {user.Name} should not exist, and does");

    /// <summary>The user is in this group, as primary or supplementary one.</summary>
    public static FakeUser ShouldBeInGroup(this FakeUser user, string group) =>
        user.ShouldExist().Group == group || user.Groups.Contains(group)
            ? user
            : throw new ChefTestException(
                $"user {user.Name} should be in group {group}, and is in {string.Join(", ", user.Groups.Prepend(user.Group))}");

    /// <summary>The user is not in this group.</summary>
    public static FakeUser ShouldNotBeInGroup(this FakeUser user, string group) =>
        user.ShouldExist().Group != group && !user.Groups.Contains(group)
            ? user
            : throw new ChefTestException($"user {user.Name} should not be in group {group}, and is");
}
