namespace CSharpChef.Stacks.Sources;

/// <summary>Checks a folder of the server below which sources may lie.</summary>
internal static class SourceFolder
{
    /// <summary>Returns the folder with all links resolved, or the reason why sources must not lie below it.</summary>
    /// <param name="folder">The folder as the operator named it.</param>
    /// <param name="data">The data folder of the server, whose files hold its secrets.</param>
    public static (string? Path, string? Refusal) Resolve(string folder, string data)
    {
        if (RealPath.Of(Path.GetFullPath(folder)) is not { } path || !Directory.Exists(path))
        {
            return (null, "is not a folder of this machine: create it, or name one that exists");
        }

        var dataPath = RealPath.Of(Path.GetFullPath(data)) ?? data;
        return RealPath.IsWithin(dataPath, path) || RealPath.IsWithin(path, dataPath)
            ? (null, $"must neither contain the data folder {data} nor lie in it")
            : (path, null);
    }
}
