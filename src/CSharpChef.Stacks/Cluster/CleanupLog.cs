using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

internal static partial class CleanupLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "cleanup removed {Count} records")]
    public static partial void Removed(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "cleanup is postponed: {Why}")]
    public static partial void Postponed(ILogger log, string why);
}
