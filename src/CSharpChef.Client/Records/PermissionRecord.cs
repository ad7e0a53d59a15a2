namespace CSharpChef.Client.Records;

/// <summary>The permission of a user for a stack.</summary>
internal sealed record PermissionRecord : ApiRecord
{
    public required string StackId { get; init; }

    public required string IamUserArn { get; init; }

    public bool? AllowSsh { get; init; }

    public bool? AllowSudo { get; init; }

    public string? Level { get; init; }
}
