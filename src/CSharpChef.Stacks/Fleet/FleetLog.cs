using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Stacks.Fleet;

internal static partial class FleetLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the work for {Kind} {Id} waits for the store: {Why}")]
    public static partial void StoreFailed(ILogger log, string kind, string id, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "the work for {Kind} {Id} failed, and is tried again")]
    public static partial void WorkFailed(ILogger log, string kind, string id, Exception bug);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the provider {Provider} failed for instance {Id}: {Why}")]
    public static partial void ProviderFailed(ILogger log, string provider, string id, string why);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "this server could not renew its lease, and leaves its work to others until it can")]
    public static partial void LeaseLost(ILogger log);

    [LoggerMessage(Level = LogLevel.Information, Message = "this server has a lease again, and takes work")]
    public static partial void LeaseRegained(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "looking for work failed, and is tried again: {Why}")]
    public static partial void SweepFailed(ILogger log, string why);
}
