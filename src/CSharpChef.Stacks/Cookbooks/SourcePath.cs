using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>The folder or file of the server that a source names.</summary>
internal static class SourcePath
{
    /// <summary>The path with all links resolved.</summary>
    /// <exception cref="CookbookSourceException">
    /// It is not below a folder that the operator allows, or not there.
    /// </exception>
    public static string Require(SourceUrl url, SourceOptions options)
    {
        var named = Uri.UnescapeDataString(url.Path);
        return RealPath.Of(named) is not { } path || !options.Folders.Any(folder => RealPath.IsWithin(path, folder))
            ? throw new CookbookSourceException(
                $"{named} is not below a folder that serve --source-folder names: the server's operator can allow it")
            : Path.Exists(path)
            ? path
            : throw new CookbookSourceException($"there is no {named} on this server");
    }
}
