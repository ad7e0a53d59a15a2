namespace CSharpChef.Testing;

/// <summary>What a test can expect of a package. Each word returns what it was said of, so that they chain.</summary>
/// <example><code>node.Package("nginx").ShouldBeInstalled("1.24");</code></example>
public static class PackageAssertions
{
    /// <summary>It is installed, in this version unless that is null.</summary>
    public static FakePackage ShouldBeInstalled(this FakePackage package, string? version = null) =>
        package.Installed && (version ?? package.Version) == package.Version
            ? package
            : throw new ChefTestException($"package {package.Name} should be installed {version}".TrimEnd()
                + $", and is {package.Version ?? "not"}");

    /// <summary>It is not installed.</summary>
    public static FakePackage ShouldNotBeInstalled(this FakePackage package) =>
        !package.Installed
            ? package
            : throw new ChefTestException($"package {package.Name} should not be installed, and is {package.Version}");
}
