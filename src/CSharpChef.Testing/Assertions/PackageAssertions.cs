namespace CSharpChef.Testing;

/// <summary>Assertions about a package. Each method returns its argument, so that calls can be chained.</summary>
/// <example><code>node.Package("nginx").ShouldBeInstalled("1.24");</code></example>
public static class PackageAssertions
{
    /// <summary>Asserts that the package is installed, in the given version unless it is null.</summary>
    public static FakePackage ShouldBeInstalled(this FakePackage package, string? version = null) =>
        package.Installed && (version ?? package.Version) == package.Version
            ? package
            : throw new ChefTestException(
                $"package {package.Name} should be installed{(version is null ? "" : $" in version {version}")}, but "
                + (package.Installed ? $"version {package.Version} is installed" : "is not installed"), package.RunFailure);

    /// <summary>Asserts that the package is not installed.</summary>
    public static FakePackage ShouldNotBeInstalled(this FakePackage package) =>
        !package.Installed
            ? package
            : throw new ChefTestException($"package {package.Name} should not be installed, but version {package.Version} is", package.RunFailure);
}
