using System.Collections.Immutable;
using CSharpChef.Editor.Protocol.Documents;
using Microsoft.CodeAnalysis.Text;

namespace CSharpChef.Editor.Texts;

/// <summary>The texts that are open at one moment, by their paths.</summary>
internal sealed record EditorState
{
    public ImmutableDictionary<string, OpenText> Texts { get; init; } =
        ImmutableDictionary.Create<string, OpenText>(StringComparer.Ordinal);

    /// <summary>Counts how often files on the disk have changed.</summary>
    public int DiskChanges { get; init; }

    public OpenText? Find(string uri) => Texts.GetValueOrDefault(KeyOf(uri));

    public EditorState Open(DocumentItem item) => With(new OpenText(
        item.Uri, KeyOf(item.Uri), item.Version, SourceText.From(item.Text, System.Text.Encoding.UTF8)));

    /// <exception cref="ArgumentException">The text is not open, or a range is not in it.</exception>
    public EditorState Change(DocumentId id, IReadOnlyList<ContentChange> changes)
    {
        var open = Find(id.Uri) ?? throw new ArgumentException($"{id.Uri} is changed, and it is not open");
        return With(open with { Version = id.Version, Text = changes.Aggregate(open.Text, Changed) });
    }

    public EditorState Close(DocumentId id) => this with { Texts = Texts.Remove(KeyOf(id.Uri)) };

    public string UriOf(string path) => Texts.GetValueOrDefault(path)?.Uri ?? FileUri.Of(path);

    private static string KeyOf(string uri) => FileUri.PathOf(uri) ?? uri;

    // A copy has its own bytes.
    public EditorState With(OpenText text) => this with
    {
        Texts = Texts.SetItem(text.Path, new OpenText(text.Uri, text.Path, text.Version, text.Text)),
    };

    private static SourceText Changed(SourceText text, ContentChange change) => change.Range is { } range
        ? text.WithChanges(new TextChange(text.SpanOf(range), change.Text))
        : SourceText.From(change.Text, System.Text.Encoding.UTF8);
}
