using CSharpChef.Stacks.Providers.Local;
using CSharpChef.Stacks.Providers.Local.Images;

namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>Lets the machines of a host use the image of the test fleet as their base image.</summary>
internal static class LocalImage
{
    /// <param name="root">The root file system of the image.</param>
    /// <param name="options">The settings of the machines.</param>
    public static void Use(string root, LocalOptions options)
    {
        var folder = new ImageFolder(options).NextFolder(Suites.Default);
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(MachineImage.RootIn(folder), root);
        new MachineImage(Suites.Default, "file:/opt/fleet-repo", [], TimeProvider.System.GetUtcNow())
        {
            Folder = folder,
        }.Save();
    }
}
