namespace CSharpChef.Cli.Output;

/// <summary>A past run as it is written to a file.</summary>
internal sealed record WrittenRun(JsonHost Host, IReadOnlyList<WrittenLine> Lines)
{
    public DateTimeOffset? LeftAt { get; init; }

    public IReadOnlyList<JsonCookbook>? Cookbooks { get; init; }
}

internal sealed record WrittenLine(string Kind, string Text, string? Resource)
{
    public static WrittenLine Of(RunLine line) => new(JsonWord.Of(line.Kind), line.Text, line.Resource);
}
