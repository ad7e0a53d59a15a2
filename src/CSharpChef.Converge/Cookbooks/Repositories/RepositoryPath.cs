namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>Paths in a repository, with slashes and without dots.</summary>
internal static class RepositoryPath
{
    /// <returns>The path that another means in a folder; null when it leaves the repository.</returns>
    public static string? Join(string folder, string path)
    {
        if (path.StartsWith('/'))
        {
            return null;
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }
}
