using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// The commands about lock files, as messages name them. What lies in the cache of repositories is mended in a clone.
/// </summary>
internal static class LockCommand
{
    /// <param name="folder">The folder of the cookbook, in which its lock file stands.</param>
    public static string Install(string folder) => Text("install", folder);

    /// <param name="name">The locked cookbook.</param>
    /// <param name="folder">The folder of the cookbook whose lock file pins it.</param>
    public static string Update(string name, string folder) => Text($"update {name}", folder);

    private static string Text(string verb, string folder)
    {
        var full = Path.GetFullPath(Path.Combine(Directory.GetCurrentDirectory(), folder));
        return RepositoryCache.Default().OriginOf(full) is var (url, path)
            ? $"csharpchef cookbook {verb} --path {ShellQuote.Word(path)} in a clone of {url}, and commit the lock file there"
            : $"csharpchef cookbook {verb} --path {ShellQuote.Word(ShownPath.Of(full))}";
    }
}
