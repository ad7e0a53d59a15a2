namespace CSharpChef.Stacks.Instances.Access;

internal sealed record TemporaryCredential
{
    public string? Username { get; init; }

    public string? Password { get; init; }

    public int? ValidForInMinutes { get; init; }

    public string? InstanceId { get; init; }
}
