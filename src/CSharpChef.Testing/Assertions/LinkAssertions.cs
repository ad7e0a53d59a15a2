namespace CSharpChef.Testing;

/// <summary>
/// What a test can expect of a symbolic link. Each word returns what it was said of, so that they chain.
/// </summary>
/// <example><code>node.Link("/srv/current").ShouldPointTo("/srv/releases/2");</code></example>
public static class LinkAssertions
{
    /// <summary>A symbolic link is there.</summary>
    public static FakeLink ShouldExist(this FakeLink link) =>
        link.Exists
            ? link
            : throw new ChefTestException($"{link.Path} should be a link, and there is none");

    /// <summary>No symbolic link is there.</summary>
    public static FakeLink ShouldNotExist(this FakeLink link) =>
        !link.Exists
            ? link
            : throw new ChefTestException($"{link.Path} should not be a link, and it is one to {link.To}");

    /// <summary>It points to this, compared as text.</summary>
    public static FakeLink ShouldPointTo(this FakeLink link, string target) =>
        link.ShouldExist().To == target
            ? link
            : throw new ChefTestException($"{link.Path} should point to {target}, and points to {link.To}");
}
