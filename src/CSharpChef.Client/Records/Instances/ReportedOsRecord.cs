namespace CSharpChef.Client.Records.Instances;

/// <summary>The operating system that an instance reported.</summary>
internal sealed record ReportedOsRecord : ApiRecord
{
    public string? Family { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }
}
