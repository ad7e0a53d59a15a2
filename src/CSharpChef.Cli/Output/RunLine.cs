using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>A line about an event of a run on one host.</summary>
internal sealed record RunLine(RunLineKind Kind, string Text)
{
    /// <summary>The resource that the event is about; null when it is about the whole run.</summary>
    public string? Resource { get; init; }

    /// <summary>The line as it is printed.</summary>
    public string Print(string host) =>
        $"{Color.Grey(host)}  {(Resource is null ? "" : $"{ShortLine.Of(Resource)}  ")}{Colored()}";

    private string Colored() => Kind switch
    {
        RunLineKind.Failure => Color.Red($"failed: {Text}"),
        RunLineKind.Change or RunLineKind.Note => Color.Yellow(Text),
        RunLineKind.Warning => Color.Yellow($"warning: {Text}"),
        RunLineKind.Quiet => Color.Grey(Text),
        _ => Text,
    };
}

internal enum RunLineKind
{
    Change,
    Failure,
    Note,
    Warning,
    Log,

    /// <summary>A line that is printed only with --verbose.</summary>
    Debug,

    /// <summary>The end of an action without a change, which is printed only with --verbose.</summary>
    Quiet,
}
