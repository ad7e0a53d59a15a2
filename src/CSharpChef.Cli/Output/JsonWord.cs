using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>The words of statuses, levels and kinds in JSON. The names of an enum cost a process reflection.</summary>
internal static class JsonWord
{
    public static string Of(HostStatus status) => status switch
    {
        HostStatus.Ok => "ok",
        HostStatus.Failed => "failed",
        HostStatus.Unreachable => "unreachable",
        HostStatus.StillRunning => "stillRunning",
        HostStatus.NotRun => "notRun",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "a host has no such status"),
    };

    public static string Of(ResultStatus status) => status switch
    {
        ResultStatus.Unchanged => "unchanged",
        ResultStatus.Changed => "changed",
        ResultStatus.Skipped => "skipped",
        ResultStatus.Failed => "failed",
        ResultStatus.NotRun => "notRun",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "a resource has no such status"),
    };

    public static string Of(LogLevel level) => level switch
    {
        LogLevel.Debug => "debug",
        LogLevel.Info => "info",
        LogLevel.Warning => "warning",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "a message has no such level"),
    };

    public static string Of(RunLineKind kind) => kind switch
    {
        RunLineKind.Change => nameof(RunLineKind.Change),
        RunLineKind.Failure => nameof(RunLineKind.Failure),
        RunLineKind.Note => nameof(RunLineKind.Note),
        RunLineKind.Warning => nameof(RunLineKind.Warning),
        RunLineKind.Log => nameof(RunLineKind.Log),
        RunLineKind.Debug => nameof(RunLineKind.Debug),
        RunLineKind.Quiet => nameof(RunLineKind.Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a line has no such kind"),
    };
}
