namespace CSharpChef.Testing;

/// <summary>Assertions about a group. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.Group("docker").ShouldHaveMember("app");</code></example>
public static class GroupAssertions
{
    /// <summary>Asserts that the group exists.</summary>
    public static FakeGroup ShouldExist(this FakeGroup group) =>
        group.Exists
            ? group
            : throw new ChefTestException($"group {group.Name} should exist, but does not", group.RunFailure);

    /// <summary>Asserts that the group does not exist.</summary>
    public static FakeGroup ShouldNotExist(this FakeGroup group) =>
        !group.Exists
            ? group
            : throw new ChefTestException($"group {group.Name} should not exist, but does", group.RunFailure);

    /// <summary>Asserts that the user is a member of the group.</summary>
    public static FakeGroup ShouldHaveMember(this FakeGroup group, string user) =>
        group.ShouldExist().Members.Contains(user)
            ? group
            : throw new ChefTestException(
                $"group {group.Name} should have member {user}, but has {string.Join(", ", group.Members)}", group.RunFailure);

    /// <summary>Asserts that the user is not a member of the group.</summary>
    public static FakeGroup ShouldNotHaveMember(this FakeGroup group, string user) =>
        !group.ShouldExist().Members.Contains(user)
            ? group
            : throw new ChefTestException($"group {group.Name} should not have member {user}, but has", group.RunFailure);
}
