using CSharpChef.Converge.Results;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Converge.Render;

public sealed class WholeFileTests(Fleet fleet) : IAsyncLifetime
{
    private const int Node = 9;
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fleet.StartInstancesAsync(ct);
        await ClearAsync();
        await RunOnNodeAsync("mkdir /srv/whole");
    }

    public async ValueTask DisposeAsync() => await ClearAsync();

    [Fact]
    public async Task Attributes_of_a_file_that_a_recipe_does_not_mention_are_kept()
    {
        await RunOnNodeAsync(
            "cd /srv/whole; echo old >f; chown games:mail f; chmod 4750 f; perl -e 'my ($f, $n, $v) = qw(f user.color red); syscall(188, $f, $n, $v, 3, 0) and die $!'");

        await ConvergedAsync("File(\"/srv/whole/f\", f => f.Content = \"new\\n\");");

        Assert.Equal(
            "new\n4750 games mail\nred\n",
            await RunOnNodeAsync(
                "cd /srv/whole; cat f; stat -c '%a %U %G' f; perl -e 'my ($f, $n, $v) = qw(f user.color ---); syscall(191, $f, $n, $v, 3); print \"$v\\n\"'"));
        await RequireNoTemporaryFilesAsync();
    }

    [Fact]
    public async Task Hard_links_and_bind_mounts_keep_sharing_a_changed_file()
    {
        await RunOnNodeAsync("cd /srv/whole; echo old >a; ln a b; echo old >source; : >mount; mount --bind source mount");

        await ConvergedAsync(
            "foreach (var name in new[] { \"a\", \"mount\" }) { File($\"/srv/whole/{name}\", f => { f.Content = \"new\\n\"; f.Mode = \"0600\"; }); }");

        Assert.Equal(
            "new\nnew\n600 2\n600 1\n", await RunOnNodeAsync("cd /srv/whole; cat b source; stat -c '%a %h' b source"));
        await RequireNoTemporaryFilesAsync();
    }

    [Theory]
    [InlineData("size=8k", "", 20_000, "is full")]
    [InlineData("size=4k", "ln small/f small/g;", 3_000, "is full")]
    [InlineData("size=64k", "mount -o remount,ro small;", 100, "is read-only")]
    public async Task A_file_that_cannot_be_written_is_unchanged_and_named_in_the_error(
        string options, string then, int length, string reason)
    {
        await RunOnNodeAsync(
            $"cd /srv/whole; mkdir small; mount -t tmpfs -o {options} none small; echo old >small/f; {then}");

        var run = await RecipeRun.RunAsync(
            Node, $"File(\"/srv/whole/small/f\", f => f.Content = new string('x', {length}) + \"\\n\");", ct);

        Assert.Contains("cannot write /srv/whole/small/f", run.Messages, StringComparison.Ordinal);
        Assert.Contains($"the file system at /srv/whole/small {reason}", run.Messages, StringComparison.Ordinal);
        Assert.Equal("old\n", await RunOnNodeAsync("cat /srv/whole/small/f"));
        await RequireNoTemporaryFilesAsync();
    }

    [Theory]
    [InlineData("f", "/srv/whole/f is immutable: chattr -i /srv/whole/f")]
    [InlineData(".", "/srv/whole is immutable: chattr -i /srv/whole")]
    public async Task An_immutable_file_or_folder_stays_and_is_named_in_the_error(string path, string reason)
    {
        await RunOnNodeAsync($"cd /srv/whole; echo old >f; chattr +i {path}");

        var file = await RecipeRun.RunAsync(Node, "File(\"/srv/whole/f\", f => f.Content = \"new\\n\");", ct);
        var line = await RecipeRun.RunAsync(Node, "Line(\"/srv/whole/f\", l => l.Text = \"new\");", ct);

        Assert.Contains(reason, file.Messages, StringComparison.Ordinal);
        Assert.Contains(reason, line.Messages, StringComparison.Ordinal);
        Assert.Equal("old\n", await RunOnNodeAsync($"chattr -i /srv/whole/{path}; cat /srv/whole/f"));
        await RequireNoTemporaryFilesAsync();
    }

    [Fact]
    public async Task The_newest_backups_are_kept_and_only_root_can_read_them()
    {
        for (var version = 1; version <= 4; version++)
        {
            await ConvergedAsync(
                $"File(\"/srv/whole/f\", f => {{ f.Content = \"{version}\\n\"; f.Backup = 2; }});\nFile(\"/srv/whole/f.more\", f => {{ f.Content = \"m{version}\\n\"; f.Backup = 2; }});");
        }

        const string Kept = "cd /var/lib/csharpchef/backup/srv/whole; cat f.2* f.more.2*; stat -c %a . f.2* f.more.2*";
        Assert.Equal("2\n3\nm2\nm3\n700\n600\n600\n600\n600\n", await RunOnNodeAsync(Kept));
    }

    private async Task ConvergedAsync(string recipe)
    {
        var run = await RecipeRun.RunAsync(Node, recipe, ct);
        Assert.True(run.Report.Status == HostStatus.Ok, run.Messages);
    }

    private async Task RequireNoTemporaryFilesAsync() =>
        Assert.Equal(
            "", await RunOnNodeAsync("find /srv/whole -name '.csharpchef*'; ls -d /run/csharpchef.* 2>/dev/null || :"));

    private async Task ClearAsync() =>
        await RunOnNodeAsync(
            "umount /srv/whole/mount /srv/whole/small 2>/dev/null; chattr -i /srv/whole /srv/whole/f 2>/dev/null; rm -rf /srv/whole /var/lib/csharpchef/backup");

    private Task<string> RunOnNodeAsync(string command) => Fleet.ExecAsync(Node, command, ct);
}
