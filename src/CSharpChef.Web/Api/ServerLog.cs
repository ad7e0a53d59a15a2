using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace CSharpChef.Web.Api;

/// <summary>The lines of the server's log other than those of calls.</summary>
internal static partial class ServerLog
{
    public const string Name = "CSharpChef.Web";

    [LoggerMessage(2, LogLevel.Error, "{Operation} failed unexpectedly at request {RequestId}")]
    public static partial void OperationFailed(this ILogger log, string operation, string requestId, Exception bug);

    [LoggerMessage(
        3, LogLevel.Warning, "The certificate file changed, and the previous certificate stays in use: {Reason}")]
    public static partial void CertificateUnusable(this ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Error, "The server is not ready: {Fault}")]
    public static partial void NotReady(this ILogger log, string fault);

    [LoggerMessage(5, LogLevel.Information, "The server is ready again")]
    public static partial void ReadyAgain(this ILogger log);

    [LoggerMessage(
        6, LogLevel.Warning, "{Count} more calls without a valid credential were refused; the log has 10 of them a second")]
    public static partial void RefusalsLeftOut(this ILogger log, long count);

    [LoggerMessage(7, LogLevel.Error, "The server cannot tell whether it is ready")]
    public static partial void UpkeepFailed(this ILogger log, Exception bug);

    [LoggerMessage(8, LogLevel.Error, "The answer to {Operation} at request {RequestId} broke off: {Reason}")]
    public static partial void AnswerRefused(this ILogger log, string operation, string requestId, string reason);

    [LoggerMessage(9, LogLevel.Error, "The answer to {Operation} at request {RequestId} broke off")]
    public static partial void AnswerBroken(this ILogger log, string operation, string requestId, Exception reason);

    [LoggerMessage(
        10, LogLevel.Warning, "The answer to {Operation} at request {RequestId} was given up: its client took nothing of it for {Seconds} seconds")]
    public static partial void AnswerStalled(this ILogger log, string operation, string requestId, double seconds);

    [LoggerMessage(11, LogLevel.Error, "A credential could not be looked up: {Reason}")]
    public static partial void StoreFailed(this ILogger log, string reason);

    [LoggerMessage(
        12, LogLevel.Error, "{Count} more credentials could not be looked up; the log has the reason of one of them a second")]
    public static partial void StoreFailuresLeftOut(this ILogger log, long count);

    [LoggerMessage(
        13, LogLevel.Warning, "{Count} more calls ended before their credential was judged, because the server was unavailable or the client sent too little or disconnected; the log has 10 of them a second")]
    public static partial void UnjudgedLeftOut(this ILogger log, long count);
}
