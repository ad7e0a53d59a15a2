using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>An app, as the API describes it.</summary>
internal sealed record AppRecord : ApiRecord
{
    public required string AppId { get; init; }

    public required string StackId { get; init; }

    public required string Shortname { get; init; }

    public string? CreatedAt { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<DataSourceRecord>? DataSources { get; init; }

    public string? Type { get; init; }

    public SourceRecord? AppSource { get; init; }

    public IReadOnlyList<string>? Domains { get; init; }

    public JsonValue? EnableSsl { get; init; }

    public CertificateRecord? SslConfiguration { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public IReadOnlyList<VariableRecord>? Environment { get; init; }

    public IReadOnlyList<string>? LayerIds { get; init; }
}
