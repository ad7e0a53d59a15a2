using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Runs.Compilation;

internal static partial class RunLog
{
    [LoggerMessage(
        Level = LogLevel.Error, Message = "recipes cannot be evaluated on this server, and commands with recipes fail: {Why}")]
    public static partial void WorkersFailed(ILogger log, string why);
}
