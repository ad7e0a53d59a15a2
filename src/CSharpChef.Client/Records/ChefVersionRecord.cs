namespace CSharpChef.Client.Records;

/// <summary>The program that runs recipes, and its version, as OpsWorks names them.</summary>
internal sealed record ChefVersionRecord : ApiRecord
{
    public string? Name { get; init; }

    public string? Version { get; init; }
}
