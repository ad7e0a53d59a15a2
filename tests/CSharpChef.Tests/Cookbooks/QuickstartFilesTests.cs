using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cookbooks;

/// <summary>The quick start writes to the folders that README names, and to no others.</summary>
[Collection(LocalMachine.Name)]
[WholeSuite]
public sealed class QuickstartFilesTests : IDisposable
{
    private readonly Tool tool = new();

    public QuickstartFilesTests()
    {
        Directory.CreateDirectory(tool.PathOf("home"));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["HOME"] = tool.PathOf("home"),
            ["XDG_CACHE_HOME"] = "",
            ["XDG_DATA_HOME"] = "",
            ["XDG_STATE_HOME"] = "",
        })
        {
            tool.Variables[name] = value;
        }
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task The_home_folder_gets_what_the_recipe_makes_and_the_cache_and_the_state_is_removed_by_clean()
    {
        (await tool.RunAsync(
            "converge", "local", "-r", "quickstart", "--cookbooks", SourceTree.PathOf("cookbooks"), "--no-sudo")).Exits(0);

        Assert.Equal([".cache/csharpchef", ".local/share/csharpchef-quickstart"], Written("home"));
        Assert.Contains("~/.cache/csharpchef", File.ReadAllText(SourceTree.PathOf("README.md")));
        Assert.Contains("~/.local/share/csharpchef-quickstart", File.ReadAllText(SourceTree.PathOf("README.md")));
        Assert.NotEmpty(Directory.GetFiles(tool.PathOf("state/runs")));

        (await tool.RunAsync("clean", "local", "--no-sudo")).Exits(0);

        Assert.False(Directory.Exists(tool.PathOf("state")));
    }

    private IEnumerable<string> Written(string root) => Directory
        .EnumerateFiles(tool.PathOf(root), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(tool.PathOf(root), path).Split('/'))
        .Select(parts => string.Join('/', parts.TakeWhile((_, i) => i == 0 || !IsOurs(parts[i - 1]))))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static bool IsOurs(string folder) => folder.StartsWith("csharpchef", StringComparison.Ordinal);
}
