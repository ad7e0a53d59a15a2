using System.CommandLine;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>The option that limits how long sources of cookbooks are waited for.</summary>
internal sealed class FetchOptions
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(10);

    private readonly Option<string?> timeout = new("--timeout")
    {
        Description = "How long to wait for all repositories and feeds together, such as 30s or 5m. Default: 10m.",
        HelpName = "TIME",
    };

    public void AddTo(Command command) => command.Options.Add(timeout);

    /// <summary>Does work that asks sources of cookbooks.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="text">What is done, as a note that is printed when it takes over a second.</param>
    /// <param name="work">The work. libgit2 may go on with it when the time has ended, until this process ends.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ConnectionException">It takes longer than the limit.</exception>
    public Task<T> RunAsync<T>(
        ParseResult parsed, string text, Func<GitAccess, CancellationToken, Task<T>> work, CancellationToken ct) =>
        RunAsync(parsed.GetValue(timeout) is { } limit ? Duration.Parse("--timeout", limit) : DefaultLimit, text, work, ct);

    /// <summary>The same for verbs without the option.</summary>
    public static Task<T> RunAsync<T>(
        string text, Func<GitAccess, CancellationToken, Task<T>> work, CancellationToken ct) =>
        RunAsync(DefaultLimit, text, work, ct);

    private static async Task<T> RunAsync<T>(
        TimeSpan limit, string text, Func<GitAccess, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ended.CancelAfter(limit);
        var access = GitAccess.OfUser(new FetchProgress(Console.Error, TimeProvider.System));
        try
        {
            return await SlowNote.OfConsole().WhileAsync(
                text, Task.Run(() => work(access, ended.Token), ended.Token).WaitAsync(ended.Token));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ConnectionException(
                ConnectionFailure.TimedOut, $"{text} took longer than {limit.TotalSeconds:0.###} s: try again, or wait longer with csharpchef cookbook install --timeout", e);
        }
    }
}
