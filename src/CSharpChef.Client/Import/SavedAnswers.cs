using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Client.Records;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Scaling;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Tags;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Client.Import;

/// <summary>
/// Answers of <c>aws opsworks describe-*</c> that were saved in files, one answer in each file. They answer the calls
/// that would read a stack of a server.
/// </summary>
internal sealed class SavedAnswers
{
    private static readonly Dictionary<string, string> ListOf = new()
    {
        [nameof(DescribeStacks)] = nameof(Answers.StackList.Stacks),
        [nameof(DescribeLayers)] = nameof(Answers.LayerList.Layers),
        [nameof(DescribeApps)] = nameof(Answers.AppList.Apps),
        [nameof(DescribeInstances)] = nameof(Answers.InstanceList.Instances),
        [nameof(DescribePermissions)] = nameof(Answers.PermissionList.Permissions),
        [nameof(DescribeUserProfiles)] = nameof(Answers.UserList.UserProfiles),
        [nameof(DescribeLoadBasedAutoScaling)] =
            nameof(Answers.LoadScalingList.LoadBasedAutoScalingConfigurations),
        [nameof(DescribeTimeBasedAutoScaling)] =
            nameof(Answers.TimeScalingList.TimeBasedAutoScalingConfigurations),
    };

    private readonly Dictionary<string, List<JsonObject>> records = [];

    private SavedAnswers()
    {
    }

    /// <summary>The lists that no stack file can have, such as <c>Volumes</c>.</summary>
    public IEnumerable<string> Unused => records.Keys.Except(ListOf.Values).Order(StringComparer.Ordinal);

    /// <summary>The operations without a file.</summary>
    public IEnumerable<string> Missing =>
        ListOf.Where(pair => !records.ContainsKey(pair.Value)).Select(pair => pair.Key);

    /// <summary>The id of the only stack.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public string OnlyStack => records.GetValueOrDefault(nameof(Answers.StackList.Stacks), []) switch
    {
        [var only] => Text(only, nameof(StackRecord.StackId)),
        [] => throw new UsageException("no file of the folder has a stack: save the output of aws opsworks describe-stacks there"),
        var several => throw new UsageException(
            $"there are several stacks: choose {string.Join(" or ", several.Select(stack => Text(stack, nameof(StackRecord.Name))))}"),
    };

    /// <summary>Reads all files of a folder that end with .json.</summary>
    /// <exception cref="UsageException">There is no such folder, or a file has no answer.</exception>
    public static SavedAnswers Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(
                $"there is no folder {folder}: name one with the saved output of aws opsworks describe-stacks, describe-layers and so on, one file for each call");
        }

        var answers = new SavedAnswers();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            answers.Add(file);
        }

        return answers;
    }

    /// <summary>Answers a call as a server would.</summary>
    public Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken ct) =>
        Task.FromResult(operation == nameof(ListTags)
            ? new JsonObject { [nameof(Answers.TagMap.Tags)] = new JsonObject() }
            : Answer(ListOf[operation], request));

    private static string Text(JsonObject record, string member) => record[member]?.ToString() ?? "";

    private JsonObject Answer(string list, JsonObject request) => new()
    {
        [list] = new JsonArray([.. records.GetValueOrDefault(list, [])
            .Where(record => IsAskedFor(record, request)).Select(record => record.DeepClone())]),
    };

    // A request names one id by its member, such as StackId, or several by the same word in plural.
    private static bool IsAskedFor(JsonObject record, JsonObject request) => request.All(member =>
        member.Value is JsonArray ids
            ? ids.Any(id => JsonNode.DeepEquals(id, record[member.Key[..^1]]))
            : JsonNode.DeepEquals(member.Value, record[member.Key]));

    private void Add(string file)
    {
        foreach (var (list, value) in Parse(file))
        {
            if (value is not JsonArray array || array.Any(record => record is not JsonObject))
            {
                throw new UsageException(
                    $"{file}: {list} is not a list of records: save the whole output of one aws opsworks describe-* call in each file");
            }

            var known = records.TryGetValue(list, out var earlier) ? earlier : records[list] = [];
            known.AddRange(array.OfType<JsonObject>()
                .Where(record => !known.Exists(each => JsonNode.DeepEquals(each, record))));
        }
    }

    private static JsonObject Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw new JsonException("It is not an object.");
        }
        catch (JsonException e)
        {
            throw new UsageException(
                $"{file} is not the output of a call of aws opsworks in JSON (--output json): {e.Message}", e);
        }
    }
}
