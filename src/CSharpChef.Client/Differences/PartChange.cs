using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Differences;

/// <summary>A change of one part.</summary>
internal sealed record PartChange(PartAction Action, PartKind Kind, string Key)
{
    /// <summary>The members that differ.</summary>
    public IReadOnlyList<MemberChange> Members { get; init; } = [];

    /// <summary>The new values of the members that differ, without secrets.</summary>
    public JsonObject Desired { get; init; } = [];

    /// <summary>The secrets to send, by the path of their member.</summary>
    public IReadOnlyDictionary<string, SecretText> Secrets { get; init; } = new Dictionary<string, SecretText>();

    /// <summary>The part on the server; null when it is to be created.</summary>
    public ActualPart? Actual { get; init; }

    public string Label => Actual?.Label ?? Kind.Label(Key);

    public override string ToString() => $"{Kind} {HiddenCharacters.Escape(Label)}";
}
