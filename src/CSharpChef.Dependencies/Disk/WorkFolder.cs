using CSharpChef.Converge.Disk;

namespace CSharpChef.Dependencies.Disk;

/// <summary>Folders for what is being fetched or published. They are deleted when that is complete.</summary>
internal static class WorkFolder
{
    private const string Prefix = "csharpchef-fetch-";

    public static string Create()
    {
        Leftovers.Delete(Path.GetTempPath(), $"{Prefix}*", TimeProvider.System);
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}");
        OwnerFolder.Create(path);
        return path;
    }

    /// <summary>Deletes a folder with all that is in it, read-only files too.</summary>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
