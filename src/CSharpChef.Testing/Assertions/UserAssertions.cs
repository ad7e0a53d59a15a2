namespace CSharpChef.Testing;

/// <summary>
/// Assertions about a user account. Each method returns its argument, so that calls can be chained.
/// </summary>
/// <example><code>node.User("app").ShouldBeInGroup("docker");</code></example>
public static class UserAssertions
{
    /// <summary>Asserts that the account exists.</summary>
    public static FakeUser ShouldExist(this FakeUser user) =>
        user.Exists
            ? user
            : throw new ChefTestException($"user {user.Name} should exist, but does not", user.RunFailure);

    /// <summary>Asserts that the account does not exist.</summary>
    public static FakeUser ShouldNotExist(this FakeUser user) =>
        !user.Exists
            ? user
            : throw new ChefTestException($"user {user.Name} should not exist, but does", user.RunFailure);

    /// <summary>Asserts that the user is in the group, as primary or supplementary group.</summary>
    public static FakeUser ShouldBeInGroup(this FakeUser user, string group) =>
        user.ShouldExist().Group == group || user.Groups.Contains(group)
            ? user
            : throw new ChefTestException(
                $"user {user.Name} should be in group {group}, but is in {string.Join(", ", user.Groups.Prepend(user.Group))}", user.RunFailure);

    /// <summary>Asserts that the user is not in the group.</summary>
    public static FakeUser ShouldNotBeInGroup(this FakeUser user, string group) =>
        user.ShouldExist().Group != group && !user.Groups.Contains(group)
            ? user
            : throw new ChefTestException($"user {user.Name} should not be in group {group}, but is", user.RunFailure);
}
