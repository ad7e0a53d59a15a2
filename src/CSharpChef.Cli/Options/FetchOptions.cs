using System.CommandLine;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git;

namespace CSharpChef.Cli.Options;

/// <summary>The option that limits how long sources of cookbooks are waited for.</summary>
/// <param name="name">Its name: another one where connections to machines have a limit too.</param>
internal sealed class FetchOptions(string name = "--timeout")
{
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(10);

    private readonly Option<string?> timeout = new(name)
    {
        Description = "How long to wait for all repositories and feeds together, such as 30s or 5m. Default: 10m.",
        HelpName = "TIME",
    };

    public void AddTo(Command command) => command.Options.Add(timeout);

    /// <exception cref="UsageException">The option has another text than a duration.</exception>
    public FetchLimit Limit(ParseResult parsed) =>
        new(parsed.GetValue(timeout) is { } text ? Duration.Parse(name, text) : DefaultLimit, name);

    /// <summary>Does work that asks sources of cookbooks.</summary>
    /// <exception cref="ConnectionException">It takes longer than the limit.</exception>
    public Task<T> RunAsync<T>(
        ParseResult parsed, string text, Func<GitAccess, CancellationToken, Task<T>> work, CancellationToken ct) =>
        Limit(parsed).RunAsync(text, work, ct);
}
