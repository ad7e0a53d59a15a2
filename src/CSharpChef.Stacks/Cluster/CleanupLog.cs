using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

internal static partial class CleanupLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "cleanup removed {Count} records")]
    public static partial void Removed(ILogger log, int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "the last cleanup ended at {Last:u}, more than 7 days ago: the next one waits until the server has run for another {Wait}. Check the clock of this machine")]
    public static partial void Waiting(ILogger log, DateTimeOffset last, string wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "cleanup is postponed: {Why}")]
    public static partial void Postponed(ILogger log, string why);
}
