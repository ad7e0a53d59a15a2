using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Texts;
using CSharpChef.Converge.Results;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Client.Differences;

/// <summary>Formats a value for people, without secrets.</summary>
internal static class MemberDescription
{
    public static string Of(JsonNode? value) => value switch
    {
        null => "nothing",
        _ when PartMembers.IsSecret(value) => "(secret)",
        _ => ShortLine.Of(HiddenCharacters.Escape(value.ToJsonString(ReadableJson.Options))),
    };

    public static string Of(PartAction action, MemberChange change) => (action, change) switch
    {
        (_, { Before: not null, After: not null }) when PartMembers.IsSecret(change.Before)
            && PartMembers.IsSecret(change.After) =>
            $"{change.Path} (secret) sent again",
        (PartAction.Add, _) => $"{change.Path} {Of(change.After)}",
        _ => $"{change.Path} {Of(change.Before)} -> {Of(change.After)}",
    };
}
