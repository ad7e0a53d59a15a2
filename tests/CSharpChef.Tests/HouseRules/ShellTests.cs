using System.Diagnostics;
using CSharpChef.Converge;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests;

/// <summary>One program with every part, for each kind of machine.</summary>
public sealed class ShellTests
{
    private static readonly FileContent Text = FileContent.FromText("it's\n");

    public static TheoryData<string> Platforms => ["debian", "alpine", "rocky"];

    [Theory, MemberData(nameof(Platforms))]
    public async Task Every_shell_can_read_it(string platform)
    {
        var program = Program(platform);
        foreach (var shell in new[] { "dash", "bash", "busybox sh" }.Where(shell => File.Exists($"/bin/{shell.Split(' ')[0]}") || File.Exists($"/usr/bin/{shell.Split(' ')[0]}")))
        {
            Assert.Equal("", await RunAsync(shell, "-n", program));
        }
    }

    [Theory, MemberData(nameof(Platforms))]
    public async Task Shellcheck_finds_nothing(string platform)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed");

        Assert.Equal("", await RunAsync("shellcheck", "-s sh -", "#!/bin/sh\n" + Program(platform)));
    }

    [Fact]
    public async Task Small_programs_are_as_clean()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed");

        foreach (var program in new[] { SideProgram.Follow, SideProgram.Feed, SideProgram.Cancel, SideProgram.Runs })
        {
            Assert.Equal("", await RunAsync("shellcheck", "-s sh -e SC2034,SC2317 -", $"#!/bin/sh\n{program}"));
        }
    }

    private static string Program(string platform)
    {
        var fake = platform switch { "alpine" => FakeNode.Alpine320(), "rocky" => FakeNode.Rocky9(), _ => FakeNode.Debian12() };
        var node = new Node(platform, new Facts(fake.Facts), NodeAttributes.None);
        _ = (node.IpAddress, node.Mounts.Count, node.BootTime);
        var every = new EveryStep();
        every.OnlyIf("test -e /x");
        every.Notifies(every.Act);
        return ShellProgramRenderer.Render(Planner.Plan(new ResourceCollection([every], new SecretTexts()), node, [], final: true), node, verify: true).Text;
    }

    private static async Task<string> RunAsync(string command, string arguments, string input)
    {
        var words = command.Split(' ');
        using var process = Process.Start(new ProcessStartInfo(words[0], string.Join(' ', [.. words[1..], arguments]))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
    }

    private sealed class EveryStep() : Resource("every step")
    {
        public new ResourceAction Act => Act(_ =>
        [
            new FileStep("/a") { Content = Text, Mode = new Permissions(0x1A4), Owner = "ann", Group = "ops", Verify = "test {path}", Backup = 1 },
            new FileStep("/b") { Content = FileContent.FromBytes([0, 1]), CreateOnly = true, FollowLinks = false },
            new TouchStep("/c"),
            new DirectoryStep("/d") { Recursive = true, Owner = "ann" },
            new LinkStep("/e", "/a"),
            new LinkStep("/f", "/a", Hard: true),
            new AbsentStep("/g", PathKind.Directory, Recursive: true),
            new LineStep("/h", "line") { Match = "^l" },
            new LineStep("/i", "lines\n") { Block = "block" },
            new PackageStep("p") { Version = "1.*", Options = ["--x"] },
            new PackageStep("q", PackageState.Latest),
            new PackageStep("r", PackageState.Purged),
            new ServiceStep("s", ServiceState.Enabled),
            new ServiceStep("s", ServiceState.Restarted),
            new CommandStep("t", "echo $x") { Interpreter = "sh", Input = "in", Environment = new Dictionary<string, string> { ["X"] = "it's" }, Returns = [0, 3], Umask = "027" },
            new UserStep("ann") { Group = "ops", Groups = ["adm"], PasswordHash = "$6$x", Shell = "/bin/sh" },
            new UserStep("bob") { Locked = true },
            new UserAbsentStep("eve", RemoveHome: true),
            new GroupStep("ops") { Gid = 5, Members = ["ann"] },
            new GroupAbsentStep("none"),
            new CronStep("z") { Schedule = "@daily", Command = "true" },
            new LogStep("m", LogLevel.Info),
        ]);

        protected override IEnumerable<ResourceAction> DefaultActions() => [Act];
    }
}
