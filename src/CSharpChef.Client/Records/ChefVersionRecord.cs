namespace CSharpChef.Client.Records;

/// <summary>The program that runs recipes, by its name in OpsWorks.</summary>
internal sealed record ChefVersionRecord : ApiRecord
{
    public string? Name { get; init; }

    public string? Version { get; init; }
}
