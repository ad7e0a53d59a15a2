using System.Text.RegularExpressions;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Rooms;

/// <summary>
/// The rooms (top folders) of a project in the order of the table in its README: each uses only earlier ones.
/// </summary>
internal static partial class RoomList
{
    /// <summary>The name of the project's root, whose files may use every room.</summary>
    public const string Root = ".";

    /// <summary>
    /// Reads the first column of the table: names of folders in backticks. Files and nested folders are skipped.
    /// </summary>
    public static IReadOnlyList<string> Read(string readme) =>
        [.. File.ReadLines(readme)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]))
            .Select(name => name.Groups[1].Value)
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Select(name => name.Split('/')[0])
            .Distinct()];

    /// <summary>The top folders of a project that hold sources, by name.</summary>
    public static IReadOnlyList<string> OnDisk(string project) =>
        [.. SourceTree.In(project)
            .Select(file => RoomOf(project, file.Path))
            .Where(room => room != Root)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>The top folder of a path such as <c>src/CSharpChef.Web/Api/ApiCall.cs</c>.</summary>
    public static string RoomOf(string project, string path) =>
        path[$"src/CSharpChef.{project}/".Length..].Split('/') is [var room, _, ..] ? room : Root;

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
