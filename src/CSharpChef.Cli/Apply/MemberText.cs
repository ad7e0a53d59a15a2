using System.Text.Json.Nodes;
using CSharpChef.Cli.Client.Answers;
using CSharpChef.Cli.Output;

namespace CSharpChef.Cli.Apply;

/// <summary>A value as a person reads it. No secret is in it.</summary>
internal static class MemberText
{
    public static string Of(JsonNode? value) => value switch
    {
        null => "nothing",
        _ when MemberDifference.IsSecret(value) => "(secret)",
        _ => OneLine.Of(value.ToJsonString(ReadableJson.Options)),
    };

    public static string Of(PartAction action, MemberChange change) => (action, change) switch
    {
        (_, { Before: not null, After: not null }) when MemberDifference.IsSecret(change.Before)
            && MemberDifference.IsSecret(change.After) =>
            $"{change.Path} (secret) sent again",
        (PartAction.Add, _) => $"{change.Path} {Of(change.After)}",
        _ => $"{change.Path} {Of(change.Before)} -> {Of(change.After)}",
    };
}
