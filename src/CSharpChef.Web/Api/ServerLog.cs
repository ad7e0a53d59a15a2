using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Api;

/// <summary>What the log says beside its lines of calls.</summary>
internal static partial class ServerLog
{
    public const string Name = "CSharpChef.Web";

    [LoggerMessage(2, LogLevel.Error, "{Operation} broke at request {RequestId}")]
    public static partial void Broke(this ILogger log, string operation, string requestId, Exception bug);

    [LoggerMessage(
        3, LogLevel.Warning, "The file of the certificate changed and cannot be read: the one before stays in use")]
    public static partial void CertificateBroken(this ILogger log, Exception error);
}
