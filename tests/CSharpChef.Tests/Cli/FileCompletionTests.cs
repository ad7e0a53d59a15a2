using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli;

/// <summary>Completions of hosts, groups, cookbooks, recipes and data bags, from the files of a project.</summary>
public sealed class FileCompletionTests : IDisposable
{
    private readonly Tool tool = new();

    public FileCompletionTests() => tool
        .With("csharpchef.json", """{ "inventory": "hosts.json" }""")
        .With("hosts.json", """
            { "hosts": { "web1": { "groups": ["web"] }, "web2": { "groups": ["web", "blue"] }, "evil$(touch>ran)": {} } }
            """)
        .With("ssh_config", "Host gate web*\n  Port 2222\n")
        .With("cookbooks/base/recipes/default.csx", "")
        .With("cookbooks/site/recipes/default.csx", "")
        .With("cookbooks/site/recipes/deploy.cs", "")
        .With("cookbooks/broken/cookbook.json", "{ oops")
        .With("data_bags/users/alice.json", "{}")
        .With("data_bags/passwords/db.json", "{}")
        .With("cookbooks/broken/recipes/default.csx", "");

    public void Dispose() => tool.Dispose();

    [Theory, WholeSuite]
    [InlineData("converge web", "web1,web2")]
    [InlineData("converge @", "@all,@blue,@web")]
    [InlineData("converge @w", "@web")]
    [InlineData("plan web1 lo", "local")]
    [InlineData("run --ssh-config ssh_config ga", "gate")]
    [InlineData("converge @web -r ", "base,broken,site,site::deploy")]
    [InlineData("converge @web --run-list site::", "site::deploy")]
    [InlineData("show facts web", "web1,web2")]
    [InlineData("databag show pa", "passwords")]
    [InlineData("databag edit users a", "alice")]
    [InlineData("databag rotate u", "users")]
    public async Task The_tool_suggests_hosts_groups_and_recipes_from_the_files_of_the_project(
        string line, string words) =>
        Assert.Equal(words, string.Join(',', await SuggestAsync(line)));

    [Fact, WholeSuite]
    public async Task An_inventory_program_is_not_run_and_a_broken_file_has_no_words()
    {
        tool.With("hosts.txt", "#!/bin/sh\ntouch ran\necho '{}'\n");
        LocalShell.Run("install", "-m", "755", tool.PathOf("hosts.txt"), tool.PathOf("hosts.sh"));
        tool.With("broken.json", "{ oops");

        Assert.Equal(["local"], await SuggestAsync("converge -i hosts.sh lo"));
        Assert.Empty(await SuggestAsync("converge -i hosts.sh web"));
        Assert.Empty(await SuggestAsync("converge -i broken.json web"));
        Assert.False(File.Exists(tool.PathOf("ran")));
    }

    [Theory, WholeSuite]
    [InlineData("csharpchef converge web", "web1 web2")]
    [InlineData("csharpchef converge @", "@all @blue @web")]
    [InlineData("csharpchef converge @we", "@web")]
    [InlineData("csharpchef converge @web -r site::de", "deploy")]
    [InlineData("csharpchef converge ev", "evil\\$\\(touch\\>ran\\)")]
    public async Task Bash_replaces_the_part_of_the_word_that_it_completes_and_never_runs_a_name(
        string line, string words)
    {
        Assert.SkipUnless(LocalShell.Has("bash"), "there is no bash here");
        var script = (await CommandLine.RunAsync("completion", "bash")).Exits(0).Out;

        var (code, output) = LocalShell.Run("bash", "-c", $$"""
            cd '{{tool.PathOf("")}}'
            {{script}}
            csharpchef() { dotnet '{{Path.Combine(AppContext.BaseDirectory, "csharpchef.dll")}}' "$@"; }
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            COMP_WORDBREAKS=$' \t\n"'"'"'><=;|&(:@'
            _csharpchef; printf '%s' "${COMPREPLY[*]}"
            """);

        Assert.Equal((0, words), (code, System.Text.Encoding.UTF8.GetString(output)));
        Assert.False(File.Exists(tool.PathOf("ran")));
    }

    private async Task<IEnumerable<string>> SuggestAsync(string typed)
    {
        var line = $"csharpchef {typed}";
        var word = line[(line.LastIndexOf(' ') + 1)..];
        return (await tool.RunAsync($"[suggest:{line.Length}]", line)).Exits(0).Out
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(found => found.StartsWith(word, StringComparison.Ordinal) && !found.StartsWith('-'));
    }
}
