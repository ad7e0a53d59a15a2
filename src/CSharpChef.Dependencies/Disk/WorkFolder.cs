using CSharpChef.Converge.Disk;

namespace CSharpChef.Dependencies.Disk;

/// <summary>Folders for what is being fetched. They are deleted when it is complete.</summary>
internal static class WorkFolder
{
    public static string Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"csharpchef-fetch-{Guid.NewGuid():N}");
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
