namespace CSharpChef.Client.Records;

/// <summary>The database that an app uses.</summary>
internal sealed record DataSourceRecord : ApiRecord
{
    public string? Type { get; init; }

    public string? Arn { get; init; }

    public string? DatabaseName { get; init; }
}
