using NuGet.Common;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// What NuGet reports while it downloads one package. It reports why a download failed in no other way, and then
/// behaves as if the feed did not have the package.
/// </summary>
internal sealed class FeedLog : LoggerBase
{
    /// <summary>Why the last download failed; null when none did.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether the feed sent something for a package.</summary>
    public bool HasContent { get; private set; }

    public override void Log(ILogMessage message)
    {
        if (message.Level == NuGet.Common.LogLevel.Error)
        {
            // The first line repeats the package and its URL.
            Failure = string.Join(' ', message.Message.Split('\n', StringSplitOptions.TrimEntries).Skip(1).Take(2));
        }

        HasContent |= message.Message.Trim() is var text
            && text.StartsWith("OK ", StringComparison.Ordinal)
            && text.Contains(".nupkg", StringComparison.OrdinalIgnoreCase);
    }

    public override Task LogAsync(ILogMessage message)
    {
        Log(message);
        return Task.CompletedTask;
    }

    /// <summary>Throws what NuGet only reported.</summary>
    /// <exception cref="InvalidDataException">The feed sent something that is not a package.</exception>
    /// <exception cref="HttpRequestException">The feed sent nothing.</exception>
    public void ThrowFailure()
    {
        if (Failure is { } failure)
        {
            throw HasContent ? new InvalidDataException(failure) : new HttpRequestException(failure);
        }
    }
}
