namespace CSharpChef.Testing;

/// <summary>Assertions about a package. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.Package("nginx").ShouldBeInstalled("1.24");</code></example>
public static class PackageAssertions
{
    /// <summary>Asserts that the package is installed, in this version unless it is null.</summary>
    public static FakePackage ShouldBeInstalled(this FakePackage package, string? version = null) =>
        package.Installed && (version ?? package.Version) == package.Version
            ? package
            : throw new ChefTestException($"package {package.Name} should be installed {version}".TrimEnd()
                + $", but is {package.Version ?? "not"}");

    /// <summary>Asserts that the package is not installed.</summary>
    public static FakePackage ShouldNotBeInstalled(this FakePackage package) =>
        !package.Installed
            ? package
            : throw new ChefTestException($"package {package.Name} should not be installed, but is {package.Version}");
}
