using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Differences;

/// <summary>What must be done to one thing.</summary>
internal sealed record PartChange(PartAction Action, PartKind Kind, string Key)
{
    /// <summary>What differs.</summary>
    public IReadOnlyList<MemberChange> Members { get; init; } = [];

    /// <summary>All that the members which differ shall hold, besides secrets.</summary>
    public JsonObject Wanted { get; init; } = [];

    /// <summary>Those to send, by the path of their member.</summary>
    public IReadOnlyDictionary<string, SecretText> Secrets { get; init; } = new Dictionary<string, SecretText>();

    /// <summary>The server's; null when it is to be made.</summary>
    public ActualPart? Actual { get; init; }

    public string Label => Actual?.Label ?? Kind.Label(Key);

    public override string ToString() => $"{Kind} {Label}";
}
