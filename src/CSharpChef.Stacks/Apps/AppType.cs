using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Apps;

internal enum AppType
{
    [JsonStringEnumMemberName("aws-flow-ruby")]
    AwsFlowRuby,

    Java,
    Rails,
    Php,
    Nodejs,
    Static,
    Other,
}
