using CSharpChef.Dependencies.Closure;

namespace CSharpChef.Tests.Dependencies.Closure;

public sealed class PackageFilesTests
{
    [Fact]
    public void The_nearest_framework_is_used()
    {
        var files = new PackageFiles(
            ["lib/net48/A.dll", "lib/netstandard2.0/A.dll", "lib/net8.0/A.dll", "lib/net8.0/A.xml", "lib/net8.0/de/A.resources.dll", "lib/net11.0/A.dll"]);

        Assert.Equal(["lib/net8.0/A.dll"], files.Assemblies);
        Assert.Equal(["lib/net8.0/A.dll"], files.References);
        Assert.Empty(files.RuntimeAssemblies);
        Assert.Empty(files.OtherFrameworks);
    }

    [Fact]
    public void Assemblies_of_one_platform_are_used_there_and_the_reference_to_compile()
    {
        var files = new PackageFiles(
            ["ref/net8.0/A.dll", "lib/net8.0/A.dll", "runtimes/unix/lib/net8.0/A.dll", "runtimes/linux-musl/lib/net8.0/A.dll"]);

        Assert.Equal(["lib/net8.0/A.dll"], files.Assemblies);
        Assert.Equal(["ref/net8.0/A.dll"], files.References);
        Assert.Equal(["runtimes/unix/lib/net8.0/A.dll"], files.RuntimeAssemblies["linux-x64"]);
        Assert.Equal(["runtimes/linux-musl/lib/net8.0/A.dll"], files.RuntimeAssemblies["linux-musl-arm64"]);
        Assert.DoesNotContain("win-x64", files.RuntimeAssemblies.Keys);
    }

    [Theory]
    [InlineData("runtimes/linux-x64/native/liba.so", "linux-x64 linux-musl-x64")]
    [InlineData("runtimes/win-x64/native/a.dll", "win-x64")]
    [InlineData("runtimes/osx/native/liba.dylib", "osx-x64 osx-arm64")]
    [InlineData("build/native/a.props", "")]
    [InlineData("contentFiles/any/any/a.txt", "")]
    public void The_platforms_with_native_libraries_are_known(string file, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PackageFiles(["lib/net8.0/A.dll", file]).NativeRuntimes));

    [Theory]
    [InlineData("lib/net48/A.dll lib/net40-client/A.dll", "net40-client net48")]
    [InlineData("lib/net11.0/A.dll", "net11.0")]
    [InlineData("lib/netstandard2.0/_._", "")]
    [InlineData("build/A.props analyzers/dotnet/cs/A.dll", "")]
    [InlineData("runtimes/win/lib/net8.0/A.dll", "")]
    [InlineData("lib/A.dll", "")]
    public void A_package_without_assemblies_for_recipes_names_its_frameworks(string files, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PackageFiles(files.Split(' ')).OtherFrameworks));
}
