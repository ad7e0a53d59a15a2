using System.Runtime.Versioning;

namespace CSharpChef.Tests;

/// <summary>A canary in every place that a secret can be, and then a look at every place where it must not be.</summary>
[SupportedOSPlatform("linux")]
public sealed class SecretPlacesTests : IDisposable
{
    private const string Secret = "it's-100%-[secret]";
    private const string Plain = "canary-of-a-sensitive-resource";

    private readonly Tool tool = new();
    private readonly DateTime began = TimeProvider.System.GetUtcNow().UtcDateTime;

    public SecretPlacesTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked at in /proc");

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("converge", "--verbose")]
    [InlineData("show", "program")]
    public async Task No_canary_is_seen_anywhere(string verb, string option)
    {
        Plant();
        string[] rest = ["local", "-r", "site", "--attributes", "secret.json"];
        var running = new CancellationTokenSource();
        var watch = Task.Run(() => ProcessesAsync(running.Token), TestContext.Current.CancellationToken);

        var ending = await tool.RunAsync(verb == "show" ? [verb, option, .. rest] : [verb, .. rest, option]);

        await running.CancelAsync();
        Clean($"{verb} {option}", ending.All);
        Assert.All(await watch, line => Clean("the process list", line));
        Assert.All(Kept(), file => Clean(file, File.ReadAllText(file)));
        Assert.Equal(verb != "converge", !File.Exists(tool.PathOf("made")));
        if (verb == "converge")
        {
            Assert.Contains(Secret, await File.ReadAllTextAsync(tool.PathOf("made"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal($"{Plain} read\n", await File.ReadAllTextAsync(tool.PathOf("read"), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_recipe_that_fails_with_a_secret_does_not_tell_it()
    {
        Plant("throw new InvalidOperationException(s);");

        var ending = await tool.RunAsync("converge", "local", "-r", "site", "--attributes", "secret.json");

        Assert.NotEqual(0, ending.Code);
        Clean("the error", ending.All);
    }

    private static void Clean(string place, string text) =>
        Assert.False(text.Contains(Secret, StringComparison.Ordinal) || text.Contains(Plain, StringComparison.Ordinal) || text.Contains("100%-[sec", StringComparison.Ordinal), $"{place}: {text}");

    private void Plant(string last = "") => tool
        .With("secret.json", $"{{ \"db\": {{ \"password\": \"{Secret}\" }} }}")
        .With("plain", Plain)
        .With("lines", $"password {Secret}\nother\n")
        .With("cookbooks/site/templates/t.conf", "pw={{ pw }}\n")
        .Recipe("site", $$"""
            var s = Secret("db.password");
            var plain = System.IO.File.ReadAllText("{{tool.PathOf("plain")}}");
            string At(string name) => "{{tool.PathOf("")}}" + "/" + name;
            File(At("made"), f => { f.Content = $"pw={s}\n"; f.Verify = "test {path} != " + Quoted(s) + " && sleep 0.2"; });
            File(At("large"), f => f.Content = $"pw={s}\n" + new string('x', 20000));
            File(At("plain-made"), f => { f.Content = plain; f.Sensitive = true; });
            Template(At("t.conf"), t => t.Variables = new { pw = s });
            Execute($"sleep 0.2; test {Quoted(s)}", e => e.NotIf($"sleep 0.2; test -z {Quoted(s)}"));
            Execute($"sleep 0.2; test {plain}", e => { e.Sensitive = true; e.OnlyIf($"sleep 0.2; test {plain}"); });
            Execute("sleep 0.2; cat", e => e.Input = s);
            Execute($"cat > {At("read")}; echo $OTHER >> {At("read")}; sed -i 'N;s/\\n/ /' {At("read")}", e => { e.Sensitive = true; e.Input = plain + "\n"; e.Environment["OTHER"] = "read"; });
            Script("script", x => x.Code = $"sleep 0.2; exit_code={Quoted(s)}\n");
            Line(At("lines"), l => { l.Text = $"user {s}"; l.Match = "^user .*"; });
            Line(At("lines"), l => l.Text = "another");
            Log($"it is {s}");
            Execute($"echo {Quoted(s)}; exit 3", e => e.IgnoreFailure = true);
            Execute($"cat {At("lines")}; exit 3", e => e.IgnoreFailure = true);
            Execute("true", e => { e.Sensitive = true; e.OnlyIf($"test -z {plain}"); });
            string Quoted(string text) => "'" + text.Replace("'", "'\\''") + "'";
            {{last}}
            """);

    /// <summary>What the run left, but for what the recipe wanted there.</summary>
    private List<string> Kept()
    {
        string[] wanted = ["secret.json", "plain", "made", "large", "plain-made", "t.conf", "lines", "read"];
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "csharpchef");
        return
        [
            .. Directory.EnumerateFiles(tool.PathOf(""), "*", SearchOption.AllDirectories).Where(file => !wanted.Contains(Path.GetFileName(file))),
            .. Directory.Exists(cache) ? Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) > began) : [],
        ];
    }

    private static async Task<HashSet<string>> ProcessesAsync(CancellationToken ct)
    {
        var seen = new HashSet<string>();
        while (!ct.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(folder[^1])))
            {
                seen.Add(CommandLine(folder));
            }

            await Task.Delay(20, CancellationToken.None);
        }

        return seen;
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/cmdline").Replace('\0', ' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
