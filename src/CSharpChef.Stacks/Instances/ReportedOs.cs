namespace CSharpChef.Stacks.Instances;

/// <summary>
/// What the machine itself says it runs. Always there, and empty before it is known: clients count on it.
/// </summary>
internal sealed record ReportedOs
{
    public string? Family { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }
}
