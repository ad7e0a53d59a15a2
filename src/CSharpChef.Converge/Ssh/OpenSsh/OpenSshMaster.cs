using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>
/// A master connection of ssh in the background, with a control socket in a folder that only we can read.
/// </summary>
internal sealed class OpenSshMaster : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly OpenSshRunner runner;
    private readonly OpenSshArguments arguments;
    private readonly string folder = Directory.CreateTempSubdirectory("csharpchef-ssh-").FullName;
    private readonly IAsyncDisposable? slot;

    private OpenSshMaster(OpenSshRunner runner, OpenSshArguments arguments, IAsyncDisposable? slot) =>
        (this.runner, this.arguments, this.slot) = (runner, arguments, slot);

    public string Socket => Path.Combine(folder, "s");

    private string Log => Path.Combine(folder, "log");

    private string Errors => Path.Combine(folder, "errors");

    /// <summary>Logs in. The time is limited, but leaves a person some of it to type or to touch a key.</summary>
    /// <param name="runner">Starts ssh.</param>
    /// <param name="arguments">Its arguments for the host.</param>
    /// <param name="settings">The settings of the host.</param>
    /// <param name="slot">Released when the connection is closed.</param>
    /// <param name="ct">Cancels the login.</param>
    /// <exception cref="ConnectionException">ssh could not log in.</exception>
    public static async Task<OpenSshMaster> StartAsync(
        OpenSshRunner runner, OpenSshArguments arguments, OpenSshSettings settings, IAsyncDisposable? slot,
        CancellationToken ct)
    {
        var master = new OpenSshMaster(runner, arguments, slot);
        try
        {
            await master.LogInAsync(settings, ct);
            return master;
        }
        catch
        {
            await master.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Socket))
        {
            using var limit = new CancellationTokenSource(LongestWait);
            await ((Task)runner.RunAsync(arguments.Control(Socket, "exit"), limit.Token))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Directory.Delete(folder, recursive: true);
        if (slot is not null)
        {
            await slot.DisposeAsync();
        }
    }

    private async Task LogInAsync(OpenSshSettings settings, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(arguments.LoginLimit(settings));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            if (await runner.LogInAsync(arguments.Master(settings, Socket, Log), Errors, either.Token) != 0)
            {
                throw OpenSshFailure.Explain(settings, await WordsAsync(), arguments.ByHand);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw OpenSshFailure.TimedOut(
                settings, arguments.LoginLimit(settings), await WordsAsync(), arguments.ByHand);
        }
    }

    /// <summary>What the proxy command wrote, then what ssh did.</summary>
    private async Task<string> WordsAsync() =>
        OpenSshFailure.WithoutDetails($"{await TextAsync(Errors)}\n{await TextAsync(Log)}");

    private static async Task<string> TextAsync(string log) =>
        File.Exists(log) ? await File.ReadAllTextAsync(log, CancellationToken.None) : "";
}
