namespace CSharpChef.Client.Records;

/// <summary>The source of cookbooks or of the code of an app.</summary>
internal sealed record SourceRecord : ApiRecord
{
    public string? Type { get; init; }

    public string? Url { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    public string? SshKey { get; init; }

    public string? Revision { get; init; }
}
