using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Converge.DataBags;

/// <summary>
/// Where the data bags of a project are: in the folder <c>data_bags</c> beside each folder of cookbooks.
/// </summary>
internal static class DataBagPlaces
{
    private const string FolderName = "data_bags";

    /// <summary>The folders beside some folders of cookbooks.</summary>
    public static IReadOnlyList<string> Beside(IEnumerable<string> cookbooks) =>
        [.. cookbooks.Select(Beside).Distinct()];

    /// <summary>The folders beside those of some cookbooks, and in fetched repositories.</summary>
    public static IReadOnlyList<string> Of(CookbookStore cookbooks) =>
    [
        .. cookbooks.Roots
            .Select(root => cookbooks.Repositories.Any(repository => repository.Folder == root)
                ? Path.Combine(root, FolderName)
                : Beside(root))
            .Distinct(),
    ];

    private static string Beside(string cookbooks) => Path.Combine(
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(cookbooks))) ?? "/", FolderName);
}
