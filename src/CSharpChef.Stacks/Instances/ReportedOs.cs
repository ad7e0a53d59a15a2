namespace CSharpChef.Stacks.Instances;

/// <summary>
/// The operating system that the machine reports. Empty until it is known, and never null, since clients rely on it.
/// </summary>
internal sealed record ReportedOs
{
    public string? Family { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }
}
