using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CSharpChef.Client.Records;

namespace CSharpChef.Client.Parts;

/// <summary>
/// Prepares the JSON readers of a stack's parts on another thread. That takes about as long as evaluating the file of
/// a stack, so a command that does both does not wait for it.
/// </summary>
internal static class PartsWarmUp
{
    private static readonly ClientJson Json = ClientJson.Default;

    public static void Begin() => Task.Run(Load);

    internal static void Load()
    {
        var stack = """{"StackId":"","Arn":"","Name":""}""";
        var layer = """{"LayerId":"","StackId":"","Arn":"","Shortname":""}""";
        var instance = """{"InstanceId":"","StackId":"","Arn":"","Status":"","Hostname":""}""";
        ActualPart.Of(Read($$"""{"Stacks":[{{stack}}]}""", Json.StackList).Stacks[0], []);
        ActualPart.Of(Read($$"""{"Layers":[{{layer}}]}""", Json.LayerList).Layers[0], [], []);
        ActualPart.Of(
            Read($$"""{"Instances":[{{instance}}]}""", Json.InstanceList).Instances[0],
            new Dictionary<string, string>());
        ActualPart.Of(Read("""{"Apps":[{"AppId":"","StackId":"","Shortname":""}]}""", Json.AppList).Apps[0], new Dictionary<string, string>());
        Read("""{"Permissions":[{"StackId":"","IamUserArn":""}]}""", Json.PermissionList);
        Read("""{"LoadBasedAutoScalingConfigurations":[{}]}""", Json.LoadScalingList);
        Read("""{"UserProfiles":[{"IamUserArn":"","Name":""}]}""", Json.UserList);
        Read("""{"Tags":{}}""", Json.TagMap);
    }

    private static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;
}
