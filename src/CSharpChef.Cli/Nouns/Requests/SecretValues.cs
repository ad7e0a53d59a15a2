using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>Finds secrets in values of the command line, whose arguments all users of a machine can read.</summary>
internal static class SecretValues
{
    /// <summary>Whether a value has a secret text or a secure member, at any depth.</summary>
    public static bool AreIn(Shape shape, JsonNode? value) => (shape, value) switch
    {
        (TextShape { IsSecret: true }, not null) => true,
        (ListShape list, JsonArray items) => items.Any(item => AreIn(list.Item, item)),
        (StructureShape, JsonObject members) when IsSecure(members) => true,
        (StructureShape structure, JsonObject members) =>
            structure.Members.Any(member => AreIn(member.Shape, members[member.Name])),
        _ => false,
    };

    /// <summary>
    /// Whether the members are those of a secret: the value of an environment variable is secret when its member
    /// Secure is true.
    /// </summary>
    public static bool IsSecure(JsonObject members) =>
        members["Secure"] is { } secure && secure.GetValueKind() == JsonValueKind.True;

    /// <summary>Whether a pair sets the member Value to a text that is typed as an argument.</summary>
    public static bool IsTyped(string pair) =>
        ValuePairs.Split(pair) is var (name, value) && MemberName.Fits("Value", name) && TypedText.IsTypedAs(value);
}
