using System.Diagnostics;
using System.Globalization;
using CSharpChef.Converge.Secrets.Stores;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Converge.Secrets.Stores;

public sealed class CommandStoreTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("command-store-");
    private readonly FakeClock clock = new();

    private CommandStore Store => new(clock);

    private string Started => Path.Combine(folder, "started");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_output_of_a_program_is_the_secret_without_the_line_ends_at_its_end() =>
        Assert.Equal(" a\n b ", await Store.ReadAsync("printf ' a\\n b \\r\\n\\n'", CancellationToken.None));

    [Fact]
    public async Task A_program_gets_no_input() =>
        Assert.Equal("end", await Store.ReadAsync("sh -c 'cat; echo end'", CancellationToken.None));

    [Theory]
    [InlineData("sh -c 'echo canary; echo locked >&2; exit 3'", "sh ended with exit code 3: locked")]
    [InlineData("sh -c 'echo canary; exit 1'", "sh ended with exit code 1 and wrote nothing to its error output")]
    [InlineData("no-such-program-here", "cannot run no-such-program-here: No such file or directory")]
    [InlineData("", "the command cannot be run: it names no program")]
    [InlineData("cat $X", "the command cannot be run: no shell runs it, so that $ has no meaning")]
    public async Task An_error_has_the_error_output_of_the_program_and_nothing_of_its_output(
        string command, string message)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(
            () => Store.ReadAsync(command, CancellationToken.None));

        Assert.StartsWith(message, error.Message);
        Assert.DoesNotContain("canary", error.ToString());
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_killed_with_its_children()
    {
        var read = Store.ReadAsync($"sh -c 'touch {Started}; tail -f {Started}; true'", CancellationToken.None);
        await Eventually.TrueAsync(() => File.Exists(Started));

        clock.Advance(TimeSpan.FromSeconds(31));
        var error = await Assert.ThrowsAsync<RecipeException>(() => read);

        Assert.Equal("sh did not end within 30 s and was killed", error.Message);
        await Eventually.TrueAsync(() => !OperatingSystem.IsLinux()
            || !ProcessList.Now().Any(line => line.Contains(Started, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_answer_does_not_wait_for_a_process_that_the_program_leaves_running()
    {
        var ct = TestContext.Current.CancellationToken;
        var left = Path.Combine(folder, "left");
        var read = Store.ReadAsync($"sh -c 'echo abcdef; touch {left}; tail -f {left} & echo $! >{Started}'", ct);

        Assert.Equal("abcdef", await read.WaitAsync(TimeSpan.FromSeconds(15), ct));

        var id = int.Parse(await File.ReadAllTextAsync(Started, ct), CultureInfo.InvariantCulture);
        using var child = Process.GetProcessById(id);
        child.Kill();
    }

    [Fact]
    public async Task A_program_that_writes_without_an_end_is_killed()
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => Store.ReadAsync("yes", CancellationToken.None));

        Assert.Equal("yes wrote more than 4 MB and was killed", error.Message);
    }

    [Fact]
    public async Task A_cancelled_read_kills_the_program_before_it_ends()
    {
        using var cancel = new CancellationTokenSource();
        var read = Store.ReadAsync($"sh -c 'touch {Started}; tail -f {Started}'", cancel.Token);
        await Eventually.TrueAsync(() => File.Exists(Started));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await Eventually.TrueAsync(() => !OperatingSystem.IsLinux()
            || !ProcessList.Now().Any(line => line.Contains(Started, StringComparison.Ordinal)));
    }
}
