namespace CSharpChef.Client.Records.Layers;

/// <summary>The recipes of each lifecycle event.</summary>
internal sealed record RecipesRecord : ApiRecord
{
    public IReadOnlyList<string>? Setup { get; init; }

    public IReadOnlyList<string>? Configure { get; init; }

    public IReadOnlyList<string>? Deploy { get; init; }

    public IReadOnlyList<string>? Undeploy { get; init; }

    public IReadOnlyList<string>? Shutdown { get; init; }
}
