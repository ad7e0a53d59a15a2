using System.Text.Json.Nodes;

namespace CSharpChef.Converge.Targets;

/// <summary>A machine as it was asked for, before any ssh_config is read. "local" is this one.</summary>
internal sealed record Target(string Name)
{
    public string Address { get; init; } = Name;

    public int? Port { get; init; }

    public string? User { get; init; }

    public string? Identity { get; init; }

    public JsonObject? Attributes { get; init; }

    public bool IsLocal => Name == "local";
}
