using System.Text.RegularExpressions;
using CSharpChef.TestSupport;

namespace CSharpChef.HouseRules.Pages;

/// <summary>The text of each package is for users, and can be read without the repository.</summary>
public sealed partial class PackagePagesTests
{
    public static TheoryData<string> Pages =>
    [
        .. from root in new[] { "src", "templates" }
           from project in Directory.EnumerateFiles(SourceTree.PathOf(root), "*.csproj", SearchOption.AllDirectories)
           where File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>")
           select Path.GetRelativePath(SourceTree.Root, PageOf(Path.GetDirectoryName(project)!)),
    ];

    [Fact]
    public void Each_package_has_a_page() => Assert.True(Pages.Count >= 6, $"{Pages.Count} pages");

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_no_relative_links_and_no_rooms(string page)
    {
        var text = File.ReadAllText(SourceTree.PathOf(page));

        Assert.DoesNotMatch(RelativeLink(), text);
        Assert.DoesNotContain("rooms", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Begin with `", text);
    }

    private static string PageOf(string folder) =>
        Path.Combine(folder, File.Exists(Path.Combine(folder, "PACKAGE.md")) ? "PACKAGE.md" : "README.md");

    [GeneratedRegex(@"\]\((?!https?:)")]
    private static partial Regex RelativeLink();
}
