using System.Diagnostics;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Compatibility;

/// <summary>
/// A node whose recipe <c>hold</c> keeps the machine until the test lets it go on: the recipe writes into the
/// named pipe <c>held</c> when it has the machine, then reads from the named pipe <c>go</c>.
/// The recipe gives up after 20 seconds.
/// </summary>
internal sealed class HeldNode : IDisposable
{
    private readonly KeptNode node;

    public HeldNode(CompatibilityData data)
    {
        Assert.SkipUnless(LocalShell.Has("mkfifo"), "mkfifo, which makes named pipes, is missing");
        node = KeptNode.New(data);
        var (code, output) = LocalShell.Run("mkfifo", Pipe("held"), Pipe("go"));
        Assert.True(code == 0, System.Text.Encoding.UTF8.GetString(output));
    }

    /// <summary>The names of all runs that have a journal.</summary>
    public IEnumerable<string> Journals =>
        Directory.EnumerateFiles(Path.Combine(node.State, "runs")).Select(path => Path.GetFileName(path));

    public Task<Ended> ConvergeAsync() => node.ConvergeAsync("hold");

    /// <summary>Waits until a run has the machine; fails when that run ends without it.</summary>
    public async Task UntilHeldAsync(Task run)
    {
        var start = new ProcessStartInfo("cat", [Pipe("held")]) { RedirectStandardOutput = true };
        using var reader = Process.Start(start)!;
        var signal = reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(signal, run);
        reader.Kill();
        Assert.False(run.IsCompleted, "the run ended before it had the machine");
        Assert.Equal("held\n", await signal);
    }

    public void LetGo() => LocalShell.Run("sh", "-c", "echo go >\"$0\"", Pipe("go"));

    public void Dispose() => node.Dispose();

    private string Pipe(string name) => Path.Combine(node.State, name);
}
