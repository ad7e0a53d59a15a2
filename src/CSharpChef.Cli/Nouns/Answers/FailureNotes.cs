using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>Says why what was waited for has failed, and where to read more.</summary>
internal sealed class FailureNotes(ServerCall call)
{
    private static readonly string[] Failed = ["failed", "expired"];

    /// <param name="answer">The last answer, with commands or instances.</param>
    /// <param name="ct">Ends the calls.</param>
    public async Task WriteAsync(JsonNode answer, CancellationToken ct)
    {
        foreach (var command in Records(answer, "Commands").Where(command => Failed.Contains(Text(command, "Status"))))
        {
            Console.Error.WriteLine(
                $"The log of {Text(command, "Hostname")}: csharpchef command logs {Text(command, "CommandId")}");
        }

        foreach (var instance in Records(answer, "Instances"))
        {
            if (Text(instance, "LastServiceErrorId") is { } id)
            {
                Console.Error.WriteLine($"{Text(instance, "Hostname")}: {await ErrorAsync(id, ct)}");
            }
        }
    }

    private async Task<string?> ErrorAsync(string id, CancellationToken ct) =>
        (await call("DescribeServiceErrors", new() { ["ServiceErrorIds"] = new JsonArray(id) }, ct))["ServiceErrors"]
            is JsonArray { Count: > 0 } errors
            ? Text(errors[0]!.AsObject(), "Message")
            : "see csharpchef instance errors";

    private static IEnumerable<JsonObject> Records(JsonNode answer, string member) =>
        answer[member] is JsonArray list ? list.Select(record => record!.AsObject()) : [];

    private static string? Text(JsonObject record, string member) => record[member]?.GetValue<string>();
}
