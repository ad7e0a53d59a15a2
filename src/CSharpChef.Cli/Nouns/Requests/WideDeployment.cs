using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>
/// Says when a deployment wants to be confirmed: when it runs on more than 20 online instances, or on more than 30 % of
/// those of a layer. One instance of a layer is never too many.
/// </summary>
internal static class WideDeployment
{
    private const int MostInstances = 20;
    private const int LargestPercentage = 30;

    /// <summary>The question to ask before a request; null when none is needed.</summary>
    public static async Task<string?> QuestionAsync(ApiClient api, JsonObject request, CancellationToken ct) =>
        ChangesNothing(request) ? null : Question(
            await ListAsync("Instances", api, request, ct), await ListAsync("Layers", api, request, ct), request);

    /// <param name="instances">The instances of the stack.</param>
    /// <param name="layers">The layers of the stack.</param>
    /// <param name="request">The request.</param>
    public static string? Question(JsonArray instances, JsonArray layers, JsonObject request)
    {
        var online = instances.Where(instance => Runs(Text(instance!["Status"]), request)).ToList();
        var selected = online.Where(instance => IsSelected(instance!, request)).ToList();
        if (selected.Count > MostInstances)
        {
            return $"{Name(request)} runs on {selected.Count} instances, more than {MostInstances}";
        }

        foreach (var layer in layers)
        {
            var (all, some) = (Count(online, Text(layer!["LayerId"])), Count(selected, Text(layer["LayerId"])));
            if (some > 1 && some * 100 > all * LargestPercentage)
            {
                return $"{Name(request)} runs on {some} of the {all} online instances of the layer {Text(layer["Shortname"])}, more than {LargestPercentage} %";
            }
        }

        return null;
    }

    // A Setup also runs where one has failed.
    private static bool Runs(string status, JsonObject request) =>
        status == "online" || (status == "setup_failed" && Name(request) == "setup");

    private static async Task<JsonArray> ListAsync(
        string noun, ApiClient api, JsonObject request, CancellationToken ct) =>
        (await api.CallAsync($"Describe{noun}", new() { ["StackId"] = request["StackId"]!.DeepClone() }, ct))[noun]!
            .AsArray();

    private static bool ChangesNothing(JsonObject request) =>
        request["Plan"]?.GetValue<bool>() == true || Name(request) == "update_custom_cookbooks";

    private static string Name(JsonObject request) => Text(request["Command"]?["Name"]);

    private static bool IsSelected(JsonNode instance, JsonObject request)
    {
        var (ids, layers) = (Texts(request["InstanceIds"]), Texts(request["LayerIds"]));
        return (ids.Count == 0 && layers.Count == 0) || ids.Contains(Text(instance["InstanceId"]))
            || Texts(instance["LayerIds"]).Any(layers.Contains);
    }

    private static int Count(IEnumerable<JsonNode?> instances, string layer) =>
        instances.Count(instance => Texts(instance!["LayerIds"]).Contains(layer));

    private static List<string> Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(Text)];

    private static string Text(JsonNode? text) => text?.GetValue<string>() ?? "";
}
