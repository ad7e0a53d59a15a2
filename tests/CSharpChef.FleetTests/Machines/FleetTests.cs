namespace CSharpChef.FleetTests.Machines;

public sealed class FleetTests(Fleet fleet)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("root", "0")]
    [InlineData("deploy", "1000")]
    public async Task An_instance_accepts_logins_and_runs_systemd(string user, string uid)
    {
        await fleet.StartInstancesAsync(Cancel);

        var ssh = await LocalCommand.RunAsync(
            [
                "ssh",
                "-F",
                Fleet.SshConfig,
                $"{user}@{Fleet.Name(1)}",
                "id -u; systemctl is-active ssh.service cron.service"
            ], "", Cancel);

        Assert.Equal($"{uid}\nactive\nactive\n", ssh.ExpectSuccess("ssh"));
    }

    [Fact]
    public async Task A_file_written_by_an_instance_is_visible_on_its_host()
    {
        await fleet.StartInstancesAsync(Cancel);

        await Fleet.ExecAsync(1, "echo hello >/root/seen", Cancel);
        Assert.Equal(
            "hello\n", await File.ReadAllTextAsync(Path.Combine(Fleet.WrittenFilesFolder(1), "root/seen"), Cancel));

        await Fleet.ResetAsync(1, Cancel);
        Assert.False(File.Exists(Path.Combine(Fleet.WrittenFilesFolder(1), "root/seen")));
    }
}
