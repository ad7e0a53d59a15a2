using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Git.Wires;
using LibGit2Sharp;
using LibGit2Sharp.Handlers;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// How repositories are reached: with the user's own ssh for ssh URLs, and for https with a token of the environment,
/// else with what git's credential helpers know.
/// </summary>
/// <param name="environment">Reads a variable of the environment.</param>
/// <param name="helper">Asks a credential helper for the login of a URL.</param>
internal sealed class GitAccess(Func<string, string?> environment, Func<string, Credentials?> helper)
{
    /// <summary>The beginning of the error about an ssh that has ended and printed no reason.</summary>
    public const string EndOfSsh = "ssh has ended";

    // Words of libgit2 and ssh for a host that cannot be reached, or cannot answer.
    private static readonly string[] Unreachable =
    [
        "failed to resolve address", "could not resolve", "failed to connect", "could not connect", "connection refused",
        "timed out", "timeout", "no route to host", "network is unreachable", "connection reset",
        "status code: 5", EndOfSsh, "could not read refs", "early eof", "unexpected eof", "hung up unexpectedly",
        "connection closed",
    ];

    private const string LoginWanted = "the server asks for a login";

    // Words for credentials that are missing or wrong.
    private static readonly string[] Refused =
    [
        "authentication", "401", "403", "credential", "permission denied",
    ];

    /// <summary>The access that the user of this process has.</summary>
    /// <param name="progress">Gets how far a fetch is.</param>
    public static GitAccess OfUser(IProgress<string>? progress = null) =>
        new(Environment.GetEnvironmentVariable, GitLogin.Ask) { Progress = progress };

    /// <summary>
    /// Gets how far a fetch is, such as <c>fetching URL: 1200 of 5000 objects, 3 MB</c>; null when nobody asks.
    /// </summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>
    /// Makes the connections to the repository of a URL; null where libgit2 and the user's ssh make them.
    /// </summary>
    public Func<string, GitWire>? Wires { get; init; }

    /// <summary>Runs a call of libgit2 with the URL that it gets for a repository.</summary>
    public T Through<T>(string url, Func<string, T> action) =>
        Wires is null ? action(url) : Wires(url).Run(action);

    /// <summary>Reports how far a fetch is.</summary>
    /// <returns>True, so that libgit2 goes on.</returns>
    public bool Report(string url, TransferProgress transfer)
    {
        Progress?.Report(
            $"fetching {GitUrl.Shown(url)}: {transfer.ReceivedObjects} of {transfer.TotalObjects} objects, {transfer.ReceivedBytes / 1_000_000} MB");
        return true;
    }

    /// <summary>Answers the questions of libgit2 for a user and password, each of our answers once.</summary>
    public CredentialsHandler Credentials(string url)
    {
        var answers = new Queue<Func<Credentials?>>([() => Token(url), () => helper(url)]);
        return (asked, _, _) =>
        {
            RequireSameHost(url, asked);
            while (answers.TryDequeue(out var next))
            {
                if (next() is { } credentials)
                {
                    return credentials;
                }
            }

            throw new RecipeException(
                $"{LoginWanted}, and took none that we have: set {GitCredentials.TokenVariable(new Uri(url).Host)} to a token, or let a credential helper of git know it");
        };
    }

    /// <summary>Does something with a repository elsewhere, and turns its errors into ours.</summary>
    /// <param name="url">The repository.</param>
    /// <param name="action">What is done.</param>
    /// <param name="verb">The end of the sentence that says what cannot be done with the repository.</param>
    /// <exception cref="ConnectionException">The host cannot be reached.</exception>
    /// <exception cref="RecipeException">The repository does not exist, or refuses us.</exception>
    /// <exception cref="IOException">The disk for files of the fetch is full or read-only.</exception>
    public static T Try<T>(string url, Func<T> action, string verb = "fetched")
    {
        SshTransport.Register();
        SshFailure.Take();
        try
        {
            return action();
        }
        catch (UserCancelledException e)
        {
            throw new OperationCanceledException(e.Message, e);
        }
        catch (LibGit2SharpException e) when (DiskFailure.In(e) is { } failure)
        {
            throw failure;
        }
        catch (LibGit2SharpException e)
        {
            throw Failure($"{GitUrl.Shown(url)} cannot be {verb}", e);
        }
    }

    private static ChefException Failure(string what, LibGit2SharpException e)
    {
        var reason = SshFailure.Take() ?? e.Message.TrimEnd('.');
        var message = $"{what}: {reason}";
        return Says(reason, Unreachable)
            ? new ConnectionException(ConnectionFailure.Unreachable, message, e)
            : Says(reason, Refused) && !reason.StartsWith(LoginWanted, StringComparison.Ordinal)
            ? new RecipeException($"{message}. Check the token or key that gives access to it.", e)
            : new RecipeException(message, e);
    }

    private static bool Says(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A server that redirects elsewhere would get the token of another.
    private static void RequireSameHost(string url, string? asked)
    {
        if (Uri.TryCreate(asked, UriKind.Absolute, out var other) && other.Authority != new Uri(url).Authority)
        {
            throw new RecipeException(
                $"{GitUrl.Shown(url)} leads to {other.Authority}, which asks for a login: name the repository by its own URL");
        }
    }

    private Credentials? Token(string url) =>
        new Uri(url) is { Scheme: "https" } or { IsLoopback: true }
        && environment(GitCredentials.TokenVariable(new Uri(url).Host)) is { Length: > 0 } token
            ? new UsernamePasswordCredentials { Username = UserOf(url) ?? "x-access-token", Password = token }
            : null;

    private static string? UserOf(string url) =>
        new Uri(url).UserInfo is { Length: > 0 } user ? Uri.UnescapeDataString(user) : null;
}
