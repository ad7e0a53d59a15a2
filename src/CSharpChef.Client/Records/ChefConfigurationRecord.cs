namespace CSharpChef.Client.Records;

/// <summary>Settings of Berkshelf.</summary>
internal sealed record ChefConfigurationRecord : ApiRecord
{
    public bool? ManageBerkshelf { get; init; }

    public string? BerkshelfVersion { get; init; }
}
