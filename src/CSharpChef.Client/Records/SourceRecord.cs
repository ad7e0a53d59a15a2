namespace CSharpChef.Client.Records;

/// <summary>Where cookbooks or the code of an app are.</summary>
internal sealed record SourceRecord : ApiRecord
{
    public string? Type { get; init; }

    public string? Url { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    public string? SshKey { get; init; }

    public string? Revision { get; init; }
}
