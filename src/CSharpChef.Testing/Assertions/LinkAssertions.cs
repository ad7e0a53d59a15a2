namespace CSharpChef.Testing;

/// <summary>
/// Assertions about a symbolic link. Each method returns its argument, so that calls can be chained.
/// </summary>
/// <example><code>node.Link("/srv/current").ShouldPointTo("/srv/releases/2");</code></example>
public static class LinkAssertions
{
    /// <summary>Asserts that the symbolic link exists.</summary>
    public static FakeLink ShouldExist(this FakeLink link) =>
        link.Exists
            ? link
            : throw new ChefTestException($"{link.Path} should be a link, but does not exist", link.RunFailure);

    /// <summary>Asserts that the symbolic link does not exist.</summary>
    public static FakeLink ShouldNotExist(this FakeLink link) =>
        !link.Exists
            ? link
            : throw new ChefTestException($"{link.Path} should not be a link, but is one to {link.To}", link.RunFailure);

    /// <summary>Asserts the target of the link, compared as text.</summary>
    public static FakeLink ShouldPointTo(this FakeLink link, string target) =>
        link.ShouldExist().To == target
            ? link
            : throw new ChefTestException($"{link.Path} should point to {target}, but points to {link.To}", link.RunFailure);
}
