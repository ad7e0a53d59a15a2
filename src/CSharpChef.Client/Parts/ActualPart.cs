using System.Text.Json.Nodes;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Parts;

/// <summary>What the server has of one thing, in the form in which a file would say it.</summary>
internal sealed record ActualPart(PartKind Kind, string Key, string Id, JsonObject Members)
{
    private static readonly IReadOnlyList<string> Inactive =
        [.. InstanceStatusGroups.Inactive.Select(EnumNames.Of)];

    public string? Arn { get; init; }

    /// <summary>Of an instance.</summary>
    public string? Status { get; init; }

    /// <summary>A machine that was there before, which is registered and not made.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Tags of the stack that its layers show too.</summary>
    public JsonObject Inherited { get; init; } = [];

    public bool CanChange => Kind != PartKind.Instance || (!IsRegistered && Inactive.Contains(Status));

    public string Label => Kind.Label(Key);
}
