using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>Which files of the machine are shipped elsewhere. Kept for clients that send it.</summary>
internal sealed record LogsConfiguration
{
    [Says("Whether logs are shipped.")]
    public bool? Enabled { get; init; }

    [Says("Which.")]
    public IReadOnlyList<LogStream>? LogStreams { get; init; }
}
