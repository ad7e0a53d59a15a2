using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Names;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>
/// Names that a shell completes from answers of the server, which are kept for a minute. The server has a fraction of a
/// second to answer: without its answer there are no names.
/// </summary>
internal sealed class ServerCompletions(CacheFiles files, TimeProvider clock, TimeSpan limit)
{
    /// <summary>How long names are kept.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(60);

    // A completion takes at most 300 ms, with the start and the end of the process.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(280);
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(150);
    private readonly long started = Stopwatch.GetTimestamp();

    public static ServerCompletions OfUser() =>
        new(new CacheFiles(CacheFiles.UserFolder("names")), TimeProvider.System, LimitOfProcess());

    /// <summary>The names of the records that a member of a request refers to; empty for other members.</summary>
    public IEnumerable<string> Of(string member, ParseResult parsed) =>
        Reference.Of(member) is { } reference
            ? Names(reference, Typed(parsed, "--profile"), Typed(parsed, "--ca"), StackOf(parsed))
            : [];

    public IEnumerable<string> Names(Reference reference, string? profile, string? ca, string? stack)
    {
        try
        {
            var access = new ProfileOptions().Access(profile, ca);
            var key = Key($"{access.Url} {profile} {reference.Noun} {(reference.IsInStack ? stack : "")}");
            return Kept(key) ?? Asked(access, reference, stack, key);
        }
        catch (Exception e) when (e is ChefException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static TimeSpan LimitOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        var left = Limit - (TimeProvider.System.GetLocalNow() - process.StartTime);
        return left > ShortestLimit ? left : ShortestLimit;
    }

    private static string? Typed(ParseResult parsed, string name) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == name) is { } option
            && parsed.GetResult(option) is { Tokens: [var token, ..] }
                ? token.Value
                : null;

    private static string? StackOf(ParseResult parsed) =>
        (Typed(parsed, "--stack") ?? Typed(parsed, "--stack-id")) is { Length: > 0 } stack ? stack : null;

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string[]? Kept(string key)
    {
        var path = files.PathOf(key);
        var age = File.Exists(path) ? clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) : TimeSpan.MaxValue;
        return age < MaxAge && files.Read(key) is { } bytes
            ? Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : null;
    }

    private string[] Asked(ServerAccess access, Reference reference, string? stack, string key)
    {
        var remaining = limit - Stopwatch.GetElapsedTime(started);
        if (remaining <= TimeSpan.Zero)
        {
            return [];
        }

        using var timeout = new CancellationTokenSource(remaining);
        var asking = Task.Run(() => AskAsync(access, reference, stack, timeout.Token), timeout.Token);
        if (Task.WaitAny([asking], remaining) < 0 || !asking.IsCompletedSuccessfully)
        {
            return [];
        }

        string[] names = [.. asking.GetAwaiter().GetResult().Where(name => !name.Any(char.IsControl)).Distinct()];
        files.Write(key, [], Encoding.UTF8.GetBytes(string.Join('\n', names)));
        return names;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(
        ServerAccess access, Reference reference, string? stack, CancellationToken ct)
    {
        using var api = new ApiClient(access, TimeProvider.System);
        return await new NameResolver(api).NamesAsync(reference, stack, ct);
    }
}
