using System.Text;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Accounts;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.HouseRules;

/// <summary>Every shell reads the programs that are sent, and ShellCheck finds nothing in them.</summary>
public sealed class ShellTests : IDisposable
{
    private static readonly string[] SideParts = ["follow", "feed", "cancel", "runs", "clean", "register", "deregister", "rotate_key", "sync_logins"];
    private static readonly string[] SidePrograms =
    [
        JournalProgram.Follow,
        JournalProgram.Feed,
        JournalProgram.Cancel,
        JournalProgram.Runs,
        JournalProgram.Clean("csharpchef runs web1", ""),
        AccountPrograms.Register("ssh-ed25519 AAAA csharpchef stack shop", replaces: true),
        AccountPrograms.RotateKey("ssh-ed25519 BBBB csharpchef stack shop", ["ssh-ed25519 AAAA"]),
        AccountPrograms.Deregister(["ssh-ed25519 AAAA"]),
        AccountPrograms.SyncLogins([new("ann", 2000, HasSudo: true, "ssh-ed25519 AAAA")], 30, default),
    ];

    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("programs-"));

    private readonly ShellProgram[] programs =
        [Program(FakeNode.Debian12()), Program(FakeNode.Alpine320()), Program(FakeNode.Rocky9())];

    [Fact]
    public void Every_shell_reads_every_program()
    {
        Assert.SkipWhen(LocalShell.Present.Count == 0, "this machine has no POSIX shell");
        string[] files =
        [
            .. programs.Select((program, index) => Write($"sent{index}", program.Text)),
            .. programs.Select((program, index) => Write($"readable{index}", program.Readable)),
            .. SidePrograms.Select((program, index) => Write($"side{index}", program)),
        ];

        foreach (var shell in LocalShell.Present)
        {
            foreach (var file in files)
            {
                var (code, output) = LocalShell.Run(shell, shell == "busybox" ? ["sh", "-n", file] : ["-n", file]);
                Assert.True(code == 0, $"{shell}: {Encoding.UTF8.GetString(output)}");
            }
        }
    }

    [Fact]
    public void ShellCheck_finds_nothing()
    {
        Assert.SkipUnless(LocalShell.Has("shellcheck"), "shellcheck is missing on this machine");

        // All parts once, then each function of the programs once: ShellCheck takes longer than all other house rules.
        const string Disable = "# shellcheck disable=SC2016,SC2034,SC2154,SC2317,SC2218";
        var parts = string.Join(
            '\n', AllParts().Where(part => !SideParts.Contains(part.Name)).Select(part => part.Text));
        var functions = string.Join('\n', programs.SelectMany(Functions).Distinct());
        string[] files =
        [
            Write("parts", $"{Disable}\n{{\n{parts}\n}}\n"),
            Write("programs", $"{Disable}\n{{\n{functions}\nexit\n}}\n"),
            .. SideParts.Select(name => Write(
                name,
                $"# shellcheck disable=SC2034,SC2317\n{{\n{Needed(name)}\n{ShellPart.Named(name).Text}\n}}\n")),
        ];

        var (code, output) = LocalShell.Run("shellcheck", ["-s", "dash", "-f", "gcc", .. files]);

        Assert.True(code == 0 && output.Length == 0, Encoding.UTF8.GetString(output));
    }

    [Fact]
    public void Every_part_of_shell_is_used_and_needs_parts_that_exist()
    {
        var usedParts = new ShellParts();
        foreach (var name in programs.SelectMany(program => program.Parts).Select(part => part.Name)
            .Concat(SideParts).Append("facts_login"))
        {
            usedParts.Use(name);
        }

        Assert.Equal(
            AllParts().Select(part => part.Name),
            usedParts.All.Select(part => part.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_part_that_calls_a_function_needs_its_part_or_is_needed_with_it()
    {
        var parts = AllParts().ToDictionary(part => part.Name, part => ShellScript.Read(part.Text));
        var owners = parts.SelectMany(part => part.Value.Functions.Select(function => (function.Name, Part: part.Key)))
            .ToLookup(pair => pair.Name, pair => pair.Part);

        Findings.AssertNone(
            from part in parts
            from call in part.Value.Functions.Append(part.Value.TopLevel)
                .SelectMany(function => function.Calls)
                .Distinct()
            where owners.Contains(call) && !owners[call].Intersect(Closure(part.Key)).Any()
                && !parts.Keys.Any(
                    other => Closure(other).Contains(part.Key) && owners[call].Intersect(Closure(other)).Any())
            select $"{part.Key} calls {call} and does not need {string.Join(" or ", owners[call])}");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<ShellPart> AllParts() => SourceTree.ShellParts
        .Select(path => ShellPart.Named(Path.GetFileNameWithoutExtension(path)))
        .OrderBy(part => part.Name, StringComparer.Ordinal);

    /// <summary>The functions and other lines of a program without its parts, split where a function ends.</summary>
    private static string[] Functions(ShellProgram program) =>
        Regex.Split($"{program.Actions}\n{program.Frame}", @"(?<=\n})\n");

    private static string Needed(string part)
    {
        var parts = new ShellParts();
        ShellPart.Named(part).Needs.Prepend("state").ToList().ForEach(parts.Use);
        return string.Join('\n', parts.All.Select(needed => needed.Text));
    }

    private static HashSet<string> Closure(string part)
    {
        var parts = new ShellParts();
        parts.Use(part);
        return [.. parts.All.Select(part => part.Name)];
    }

    private static ShellProgram Program(FakeNode machine)
    {
        var plan = StepResource.Plan(machine, [.. Resources()]);
        var node = StepResource.NodeOf(machine);
        _ = node.IpAddress + node.Hostname + node.Mounts.Count + node.BootTime;
        return ShellProgramRenderer.Render(plan with { Final = false, Pending = [1] }, node, verify: true);
    }

    // Guards allow the steps to contradict each other.
    private static IEnumerable<Resource> Resources() =>
        [.. StepSamples.All.Select((step, at) => Guarded(new StepResource(step), fully: at == 0)), .. Neighbours()];

    private static StepResource Guarded(StepResource resource, bool fully)
    {
        resource.NotIf("false");
        if (fully)
        {
            resource.OnlyIf("test -e \"/it's\"");
            (resource.Retries, resource.Timeout, resource.RunAs, resource.IgnoreFailure) =
                (2, TimeSpan.FromMinutes(1), "www-data", true);
        }

        return resource;
    }

    private static IEnumerable<Resource> Neighbours()
    {
        var (git, other) = (new PackageResource(["git"]), new PackageResource(["curl", "jq"]));
        var (app, log) = (new ServiceResource("app"), new LogResource("changed") { Sensitive = true });
        git.Notifies(app.Restart);
        other.Notifies(log.Write, Timing.Immediately);
        other.Notifies(app.Reload);
        log.OnlyWhenNotified();
        return [git, other, app, log, new ServiceResource("app@") { Running = null }];
    }

    private string Write(string name, string program)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, program);
        return path;
    }
}
