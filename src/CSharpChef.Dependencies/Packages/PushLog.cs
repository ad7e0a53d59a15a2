using NuGet.Common;

namespace CSharpChef.Dependencies.Packages;

/// <summary>
/// Why NuGet did not push a package: it reports some reasons in no other way, and then ends as if it had.
/// </summary>
internal sealed class PushLog : LoggerBase
{
    /// <summary>The first error; null when there is none.</summary>
    public string? Error { get; private set; }

    public override void Log(ILogMessage message)
    {
        if (message.Level == NuGet.Common.LogLevel.Error)
        {
            Error ??= message.Message;
        }
    }

    public override Task LogAsync(ILogMessage message)
    {
        Log(message);
        return Task.CompletedTask;
    }
}
