namespace CSharpChef.Client.Records;

/// <summary>What runs recipes, as OpsWorks names it.</summary>
internal sealed record ChefVersionRecord : ApiRecord
{
    public string? Name { get; init; }

    public string? Version { get; init; }
}
