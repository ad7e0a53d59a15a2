using System.Text.Json.Serialization;

namespace CSharpChef.Stacks;

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
