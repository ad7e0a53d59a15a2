using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Converge.Runs;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.HouseRules;

/// <summary>
/// Programs of all steps on all kinds of machines are shell that every shell reads, without a finding. What all
/// machines are told in the same words stands in the program of one of them.
/// </summary>
public sealed class ShellTests : IDisposable
{
    // A side program brings all of the part that it needs some of.
    private const string Unused = "# shellcheck disable=SC2034,SC2317";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("programs-");
    private readonly string[] programs;

    public ShellTests() => programs =
    [
        Write("debian", FakeNode.Debian12(), StepSamples.All),
        .. new[] { FakeNode.Alpine320(), FakeNode.Rocky9() }.Select(
            machine => Write(machine.Facts["platform.name"], machine, OfItsOwn(machine))),
        .. new[] { SideProgram.Follow, SideProgram.Feed, SideProgram.Cancel, SideProgram.Runs, SideProgram.Clean }
            .Select((program, index) => Write($"side{index}", $"{Unused}\n{program}")),
    ];

    [Fact]
    public void Every_shell_reads_them()
    {
        Assert.SkipWhen(Shell.Present.Count == 0, "there is no POSIX shell here");
        foreach (var shell in Shell.Present)
        {
            foreach (var program in programs)
            {
                var (code, output) = Shell.Run(shell, shell == "busybox" ? ["sh", "-n", program] : ["-n", program]);
                Assert.True(code == 0, $"{shell}: {Encoding.UTF8.GetString(output)}");
            }
        }
    }

    [Fact]
    public async Task ShellCheck_finds_nothing()
    {
        Assert.SkipUnless(Shell.Has("shellcheck"), "there is no shellcheck here");

        // It takes seconds, and says of the same programs the same again.
        var found = Path.Combine(Home.Cache, $"shellcheck-{Digest()}");
        if (File.Exists(found))
        {
            return;
        }

        var (code, output) = Shell.Run("shellcheck", ["-s", "sh", "-f", "gcc", .. programs]);

        Assert.True(code == 0 && output.Length == 0, Encoding.UTF8.GetString(output));
        Directory.CreateDirectory(Home.Cache);
        await File.WriteAllTextAsync(found, "nothing", TestContext.Current.CancellationToken);
    }

    [Fact]
    public void They_use_every_written_part()
    {
        var all = string.Concat(programs.Select(File.ReadAllText));

        Findings.None(Directory.EnumerateFiles(SourceTree.PathOf("src/CSharpChef.Converge/Render/shell"), "*.sh")
            .Where(part => !all.Contains(File.ReadAllText(part), StringComparison.Ordinal))
            .Select(part => $"no program uses {part}"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Digest() => Convert.ToHexStringLower(SHA256.HashData(
        [.. Shell.Run("shellcheck", "--version").Output, .. programs.SelectMany(File.ReadAllBytes)]));

    // An account that is looked at gives arguments to a function that is part of all programs.
    private static IReadOnlyList<Step> OfItsOwn(FakeNode machine) =>
        [.. StepSamples.All.Where(
            step => step is GroupAbsentStep || Said(step, machine) != Said(step, FakeNode.Debian12()))];

    private static string Said(Step step, FakeNode machine)
    {
        var node = StepResource.NodeOf(machine);
        var writer = new ProgramWriter(node);
        var text = StepText.Render(step is CronStep cron ? CronEntry.StepFor(cron, node) : step, writer);
        return text + writer.Functions + string.Concat(writer.Parts.Texts);
    }

    private string Write(string name, FakeNode machine, IReadOnlyList<Step> steps)
    {
        var plan = StepResource.Plan(
            machine, [.. steps.Select((step, at) => Guarded(new StepResource(step), fully: at == 0)), .. Neighbours()]);
        var node = StepResource.NodeOf(machine);
        _ = node.IpAddress + node.Hostname + node.Mounts.Count;
        return Write(
            name, ShellProgramRenderer.Render(plan with { Final = false, Pending = [1] }, node, verify: true).Text);
    }

    private string Write(string name, string program)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, program);
        return path;
    }

    // Guards let steps want different things.
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
        var (one, other) = (new PackageResource(["git"]), new PackageResource(["curl", "jq"]));
        var (app, log) = (new ServiceResource("app"), new LogResource("changed") { Sensitive = true });
        one.Notifies(app.Restart);
        other.Notifies(log.Write, Timing.Immediately);
        other.Notifies(app.Reload);
        log.OnlyWhenNotified();
        return [one, other, app, log];
    }
}
