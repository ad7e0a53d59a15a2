using System.Text;
using CSharpChef.Converge;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests;

/// <summary>Programs of all steps on all kinds of machines are shell that every shell reads, without a finding.</summary>
public sealed class ShellTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("programs-");
    private readonly string[] programs;

    public ShellTests() => programs =
    [
        Write("debian", FakeNode.Debian12()), Write("alpine", FakeNode.Alpine320()), Write("rocky", FakeNode.Rocky9()),
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
    public void ShellCheck_finds_nothing()
    {
        Assert.SkipUnless(Shell.Has("shellcheck"), "there is no shellcheck here");

        var (_, output) = Shell.Run("shellcheck", ["-s", "sh", "-f", "gcc", .. programs]);

        Assert.True(output.Length == 0, Encoding.UTF8.GetString(output));
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

    private string Write(string name, FakeNode machine)
    {
        var path = Path.Combine(folder.FullName, name);
        var plan = StepResource.Plan(machine, [.. AnyStep.All.Select(step => Guarded(new StepResource(step))), .. Neighbours()]);
        var node = StepResource.NodeOf(machine);
        _ = node.IpAddress + node.Hostname + node.Mounts.Count;
        File.WriteAllText(path, ShellProgramRenderer.Render(plan with { Final = false, Owed = [1] }, node, verify: true).Text);
        return path;
    }

    private static StepResource Guarded(StepResource resource)
    {
        resource.OnlyIf("test -e \"/it's\"");
        resource.NotIf("false");
        (resource.Retries, resource.Timeout, resource.RunAs, resource.IgnoreFailure) = (2, TimeSpan.FromMinutes(1), "www-data", true);
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
