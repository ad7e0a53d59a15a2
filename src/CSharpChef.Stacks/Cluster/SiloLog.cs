using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Cluster;

internal static partial class SiloLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "the cluster has given up this server's silo: {Context}")]
    public static partial void Ended(ILogger log, string context, Exception? exception);

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "this server is not in the cluster any more: it is not ready, and joins again")]
    public static partial void Left(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "this server is in the cluster again")]
    public static partial void Returned(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "joining the cluster failed, and is tried again: {Why}")]
    public static partial void JoinFailed(ILogger log, string why);
}
