using System.Diagnostics;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Workers;

/// <summary>The sandbox of a server that does not run as root: the same attacks, as a user without rights.</summary>
[WholeSuite]
public sealed class OrdinaryUserTests
{
    private const string User = "65534";

    [Fact]
    public async Task The_attacks_fail_for_a_server_of_an_ordinary_user_too()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "the tests run as an ordinary user already");
        var home = TemporaryFolder.Create("home-");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(home, (UnixFileMode)Convert.ToInt32("777", 8));
        }

        var start = new ProcessStartInfo("setpriv",
        [
            "--reuid", User, "--regid", User, "--clear-groups", "dotnet",
            Path.Combine(AppContext.BaseDirectory, "CSharpChef.Tests.dll"), "-noLogo", "-noColor",
            "-class", typeof(WorkerAttackTests).FullName!,
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = home,
        };
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;

        using var tests = Process.Start(start)!;
        var output = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tests.ExitCode == 0, output);
        Assert.Contains("Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }
}
