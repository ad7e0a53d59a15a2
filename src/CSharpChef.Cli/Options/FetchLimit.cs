using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>How long sources of cookbooks are waited for.</summary>
/// <param name="Time">The time for all repositories and feeds together.</param>
/// <param name="Option">The option that changes it.</param>
internal sealed record FetchLimit(TimeSpan Time, string Option)
{
    /// <summary>Does work that asks sources of cookbooks.</summary>
    /// <param name="text">What is done, as a note that is printed when it takes over a second.</param>
    /// <param name="work">The work. libgit2 may go on with it when the time has ended, until this process ends.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ConnectionException">It takes longer than the limit.</exception>
    public async Task<T> RunAsync<T>(
        string text, Func<GitAccess, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ended.CancelAfter(Time);
        var access = GitAccess.OfUser(new FetchProgress(Console.Error, TimeProvider.System));
        try
        {
            return await SlowNote.OfConsole().WhileAsync(
                text, Task.Run(() => work(access, ended.Token), ended.Token).WaitAsync(ended.Token));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ConnectionException(
                ConnectionFailure.TimedOut, $"{text} took longer than {Time.TotalSeconds:0.###} s: try again, or wait longer with {Option}", e);
        }
    }
}
