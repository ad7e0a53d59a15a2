using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Ssh.OpenSsh;

/// <summary>Explains why ssh could not log in, with its own words.</summary>
internal static class OpenSshFailure
{
    private const string UnknownKey = "host key is known";
    private const string ChangedKey = "REMOTE HOST IDENTIFICATION HAS CHANGED";

    // Of several that fit, the first counts.
    private static readonly (string Words, ConnectionFailure Failure)[] Known =
    [
        (ChangedKey, ConnectionFailure.HostKey),
        ("Host key verification failed", ConnectionFailure.HostKey),
        (UnknownKey, ConnectionFailure.HostKey),
        ("Permission denied", ConnectionFailure.Authentication),
        ("Too many authentication failures", ConnectionFailure.Authentication),
        ("Could not resolve hostname", ConnectionFailure.UnknownHost),
        ("timed out", ConnectionFailure.TimedOut),
        ("Connection refused", ConnectionFailure.Unreachable),
        ("No route to host", ConnectionFailure.Unreachable),
        ("Connection closed by", ConnectionFailure.Dropped),
        ("Connection reset by", ConnectionFailure.Dropped),
    ];

    private static readonly string[] Banner =
    [
        "IT IS POSSIBLE", "Someone could be", "It is also possible", "Please contact", "Add correct host key",
    ];

    private static readonly string[] Details = ["debug1: ", "OpenSSH_", "Warning: Permanently added "];

    /// <summary>
    /// The words of a verbose ssh that tell why it failed. To ssh, the address of a proxy command is UNKNOWN.
    /// </summary>
    public static string WithoutDetails(string words) => string.Join('\n', words.Split('\n').Where(line =>
        !Details.Any(start => line.StartsWith(start, StringComparison.Ordinal))
        && !line.Contains(" UNKNOWN port ", StringComparison.Ordinal)));

    /// <param name="settings">The settings of the host.</param>
    /// <param name="words">What ssh wrote.</param>
    /// <param name="byHand">A command with which a person can try the same.</param>
    public static ConnectionException Explain(OpenSshSettings settings, string words, string byHand)
    {
        var failure = Known.FirstOrDefault(known => words.Contains(known.Words, StringComparison.Ordinal)) switch
        {
            (null, _) => ConnectionFailure.Unreachable,
            var (_, found) => found,
        };
        return new ConnectionException(
            failure,
            $"ssh could not log in to {settings.User}@{settings.Endpoint}:{Said(WithoutBanner(words))}{Hint(words)}\nTry it by hand: {byHand}");
    }

    public static ConnectionException TimedOut(OpenSshSettings settings, TimeSpan limit, string words, string byHand) =>
        new(ConnectionFailure.TimedOut,
            $"ssh did not log in to {settings.User}@{settings.Endpoint} within {limit.TotalSeconds:0} s:{Said(words)}\n"
            + $"Try it by hand: {byHand}");

    private static string Hint(string words) => words.Contains(ChangedKey, StringComparison.Ordinal)
        ? "\nThe host key has changed: the connection may be intercepted. If the machine was installed again, remove its old key from that line and "
            + "add the new one."
        : words.Contains(UnknownKey, StringComparison.Ordinal)
        ? "\nCompare its fingerprint and add the key to known_hosts, or run with --host-key-check accept-new."
        : "";

    /// <summary>The words of ssh, and of its warning of a changed key only the lines with facts.</summary>
    private static string WithoutBanner(string words) => !words.Contains(ChangedKey, StringComparison.Ordinal)
        ? words
        : string.Join('\n', words.Split('\n').Where(line =>
            !line.StartsWith('@')
            && !Banner.Any(start => line.StartsWith(start, StringComparison.Ordinal))));

    private static string Said(string words) => Excerpt.Of(words) is { Length: > 0 } lines ? lines : " it said nothing.";
}
