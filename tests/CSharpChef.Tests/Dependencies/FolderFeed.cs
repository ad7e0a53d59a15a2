using System.Text;
using CSharpChef.TestSupport;
using NuGet.Packaging;
using NuGet.Versioning;

namespace CSharpChef.Tests.Dependencies;

/// <summary>A NuGet feed in a temporary folder, with a folder of installed packages of its own.</summary>
internal sealed class FolderFeed : IDisposable
{
    public string Folder { get; } = TemporaryFolder.Create("csharpchef-feed-");

    /// <summary>A nuget.config that names this feed alone.</summary>
    public string Config => $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Folder}/installed" /></config>
          <packageSources><clear /><add key="local" value="{Folder}/feed" /></packageSources>
        </configuration>
        """;

    /// <summary>Adds a package with files below <c>cookbook/</c>.</summary>
    public FolderFeed With(string id, string version, params (string Path, string Text)[] files)
    {
        var builder = new PackageBuilder
        {
            Id = id,
            Version = NuGetVersion.Parse(version),
            Description = id,
        };
        builder.Authors.Add("test");
        foreach (var (path, text) in files)
        {
            builder.Files.Add(new PhysicalPackageFile(new MemoryStream(Encoding.UTF8.GetBytes(text)))
            {
                TargetPath = $"cookbook/{path}",
            });
        }

        Directory.CreateDirectory(Path.Combine(Folder, "feed"));
        using var file = File.Create(Path.Combine(Folder, "feed", $"{id}.{version}.nupkg"));
        builder.Save(file);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
