namespace CSharpChef.Client.Records;

/// <summary>A user of the server.</summary>
internal sealed record UserRecord : ApiRecord
{
    public required string IamUserArn { get; init; }

    public required string Name { get; init; }
}
