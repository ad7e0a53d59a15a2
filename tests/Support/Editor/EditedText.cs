using System.Text.Json;

namespace CSharpChef.TestSupport.Editor;

/// <summary>A text that is open in an editor. Where the cursor is, texts have <c>$$</c>.</summary>
internal sealed class EditedText : IAsyncDisposable
{
    private readonly LanguageClient client;

    private EditedText(LanguageClient client, string path, string text) =>
        (this.client, Path, Uri, Text) = (client, path, new Uri(path).AbsoluteUri, text);

    public string Path { get; }

    public string Uri { get; }

    public int Version { get; private set; } = 1;

    public string Text { get; private set; }

    /// <param name="client">The editor.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="text">The text. Default: that of the file.</param>
    public static async Task<EditedText> OpenAsync(LanguageClient client, string path, string? text = null)
    {
        var opened = new EditedText(client, path, text ?? await File.ReadAllTextAsync(path));
        await client.NotifyAsync("textDocument/didOpen", new
        {
            textDocument = new { uri = opened.Uri, languageId = "csharp", version = opened.Version, text = opened.Text },
        });
        return opened;
    }

    /// <summary>Closes the text: the file counts again.</summary>
    public async ValueTask DisposeAsync() =>
        await client.NotifyAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });

    /// <summary>Replaces the whole text.</summary>
    public Task BecomeAsync(string text)
    {
        Text = text;
        return ChangeAsync(new { text });
    }

    /// <summary>Sends changes as they are.</summary>
    public Task ChangeAsync(params object[] changes) => client.NotifyAsync("textDocument/didChange", new
    {
        textDocument = new { uri = Uri, version = ++Version },
        contentChanges = changes,
    });

    /// <summary>Asks about the position of <c>$$</c>, once the text is this one.</summary>
    public async Task<JsonElement> AskAsync(string method, string marked)
    {
        var at = marked.IndexOf("$$", StringComparison.Ordinal);
        await BecomeAsync(marked.Remove(at, 2));
        return await AskAsync(method, at);
    }

    /// <summary>Asks about a position of the text.</summary>
    public Task<JsonElement> AskAsync(string method, int at) =>
        client.RequestAsync($"textDocument/{method}", new { textDocument = new { uri = Uri }, position = PositionOf(at) });

    public async Task<IReadOnlyList<string>> CompleteAsync(string marked) =>
        LabelsOf(await AskAsync("completion", marked));

    public static IReadOnlyList<string> LabelsOf(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString()!)];

    /// <summary>The diagnostics of the present version.</summary>
    public async Task<IReadOnlyList<JsonElement>> DiagnosticsAsync(CancellationToken ct)
    {
        var published = await client.NextAsync(
            "textDocument/publishDiagnostics",
            each => each.GetProperty("uri").GetString() == Uri
                && each.TryGetProperty("version", out var version) && version.GetInt32() == Version,
            ct);
        return [.. published.GetProperty("diagnostics").EnumerateArray()];
    }

    /// <summary>The text with an edit that the server made.</summary>
    public string With(JsonElement edit)
    {
        var range = edit.GetProperty("range");
        var (start, end) = (OffsetOf(range.GetProperty("start")), OffsetOf(range.GetProperty("end")));
        return Text[..start] + edit.GetProperty("newText").GetString() + Text[end..];
    }

    private int OffsetOf(JsonElement position) =>
        Text.Split('\n').Take(position.GetProperty("line").GetInt32()).Sum(line => line.Length + 1)
        + position.GetProperty("character").GetInt32();

    private object PositionOf(int at)
    {
        var before = Text[..at];
        return new { line = before.Count(letter => letter == '\n'), character = at - (before.LastIndexOf('\n') + 1) };
    }
}
