using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.TestSupport;
using NuGet.Configuration;

namespace CSharpChef.Tests.Converge.Cookbooks.Packages;

public sealed class PackagesFolderTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("packages-folder-");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("", "")]
    [InlineData("<config><add key=\"globalPackagesFolder\" value=\"below/installed\" /></config>", "")]
    [InlineData("<config><add key=\"globalpackagesfolder\" value=\"/srv/installed\" /></config>", "")]
    [InlineData("<config><add key=\"globalPackagesFolder\" value=\"%HOME%/installed\" /></config>", "")]
    [InlineData("<config><add key=\"globalPackagesFolder\" value=\"a\" /></config>", "<config><add key=\"globalPackagesFolder\" value=\"b\" /></config>")]
    [InlineData("<config><add key=\"globalPackagesFolder\" value=\"a\" /></config>", "<packageSources />")]
    public void The_folder_is_the_one_that_NuGet_itself_uses(string outer, string inner)
    {
        var cookbook = Directory.CreateDirectory(Path.Combine(folder, "cookbooks", "web")).FullName;
        Write(folder, outer);
        Write(cookbook, inner);

        var ofNuGet = SettingsUtility.GetGlobalPackagesFolder(Settings.LoadDefaultSettings(cookbook));
        Assert.Equal(Path.TrimEndingDirectorySeparator(ofNuGet), PackagesFolder.Near(cookbook));
    }

    private static void Write(string folder, string settings)
    {
        if (settings.Length > 0)
        {
            File.WriteAllText(Path.Combine(folder, "nuget.config"), $"<configuration>{settings}</configuration>");
        }
    }
}
