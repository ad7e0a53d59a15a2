using System.Text.Json.Serialization;

namespace CSharpChef.Client.Records;

/// <summary>Generated readers of the API's answers: no reflection when a verb starts.</summary>
[JsonSerializable(typeof(Answers.StackList))]
[JsonSerializable(typeof(Answers.LayerList))]
[JsonSerializable(typeof(Answers.AppList))]
[JsonSerializable(typeof(Answers.InstanceList))]
[JsonSerializable(typeof(Answers.PermissionList))]
[JsonSerializable(typeof(Answers.UserList))]
[JsonSerializable(typeof(Answers.LoadScalingList))]
[JsonSerializable(typeof(Answers.TimeScalingList))]
[JsonSerializable(typeof(Answers.TagMap))]
[JsonSerializable(typeof(Answers.OwnUser))]
[JsonSerializable(typeof(Answers.NewToken))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ClientJson : JsonSerializerContext;
