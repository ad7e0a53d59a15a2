using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>Which files of the machine are shipped elsewhere. Kept for clients that send it.</summary>
internal sealed record LogsConfiguration
{
    [Description("Whether logs are shipped.")]
    public bool? Enabled { get; init; }

    [Description("Which.")]
    public IReadOnlyList<LogStream>? LogStreams { get; init; }
}
