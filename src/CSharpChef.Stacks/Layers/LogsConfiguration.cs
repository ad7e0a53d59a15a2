using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>Log files to ship to CloudWatch. Stored but not used.</summary>
internal sealed record LogsConfiguration
{
    [Description("Whether logs are shipped.")]
    public bool? Enabled { get; init; }

    [Description("The log streams.")]
    [Limit(100)]
    public IReadOnlyList<LogStream>? LogStreams { get; init; }
}
