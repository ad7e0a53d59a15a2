using System.Text;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace CSharpChef.TestSupport.Packages;

/// <summary>A NuGet feed in a temporary folder, with a folder of installed packages of its own.</summary>
internal sealed class FolderFeed : IDisposable
{
    public string Folder { get; } = TemporaryFolder.Create("csharpchef-feed-");

    /// <summary>The folder with the packages of the feed.</summary>
    public string Packages => Path.Combine(Folder, "feed");

    /// <summary>The folder of installed packages.</summary>
    public string Installed => Path.Combine(Folder, "installed");

    /// <summary>A nuget.config that names this feed alone.</summary>
    public string Config => ConfigFor(Packages);

    /// <summary>A nuget.config that names one feed alone, with this folder of installed packages.</summary>
    public string ConfigFor(string feed) => $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Installed}" /></config>
          <packageSources><clear /><add key="local" value="{feed}" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """;

    /// <summary>Adds a package with files below <c>cookbook/</c>.</summary>
    public FolderFeed With(string id, string version, params (string Path, string Text)[] files) => WithFiles(
        id, version, [], [.. files.Select(file => ($"cookbook/{file.Path}", Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>Adds a package with an assembly, whose name and version are those of the package.</summary>
    /// <param name="id">The id, and the name of the assembly.</param>
    /// <param name="version">The version.</param>
    /// <param name="code">The code in C#.</param>
    /// <param name="dependencies">The packages that it needs, such as <c>Tools 1.0.0</c>.</param>
    public FolderFeed WithLibrary(string id, string version, string code, params string[] dependencies) =>
        WithFiles(id, version, dependencies, ($"lib/net8.0/{id}.dll", MadeAssembly.Of(id, version, code)));

    /// <summary>Adds a package with files.</summary>
    public FolderFeed WithFiles(
        string id, string version, IReadOnlyList<string> dependencies, params (string Path, byte[] Bytes)[] files)
    {
        var builder = new PackageBuilder { Id = id, Version = NuGetVersion.Parse(version), Description = id };
        builder.Authors.Add("test");
        builder.DependencyGroups.Add(new PackageDependencyGroup(
            NuGetFramework.AnyFramework,
            [.. dependencies.Select(each => each.Split(' ', 2)).Select(
                each => new PackageDependency(each[0], VersionRange.Parse(each[1])))]));
        foreach (var (path, bytes) in files)
        {
            builder.Files.Add(new PhysicalPackageFile(new MemoryStream(bytes)) { TargetPath = path });
        }

        Directory.CreateDirectory(Packages);
        using var file = File.Create(Path.Combine(Packages, $"{id}.{version}.nupkg"));
        builder.Save(file);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
